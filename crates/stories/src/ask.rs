//! Asking a node over HTTP, and reading its answer to the end.

use crate::House;

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: http::HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("not JSON ({error}): {}", self.body))
    }

    /// A header.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl House {
    /// Fetches a page as nobody.
    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", "").await
    }

    /// Fetches a page with a cookie.
    pub async fn get_as(&self, cookie: &str, path: &str) -> Answer {
        self.send("GET", path, cookie, "").await
    }

    /// Sends a form with a cookie.
    pub async fn post_as(&self, cookie: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send("POST", path, cookie, &serde_urlencoded::to_string(form).unwrap()).await
    }

    /// Sends anything.
    pub async fn send(&self, method: &str, path: &str, cookie: &str, body: &str) -> Answer {
        let mut request = self
            .client
            .request(method.parse().unwrap(), format!("{}{path}", self.url))
            .header("accept", "text/html")
            .header("cookie", cookie);
        if method == "POST" {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin")
                .body(body.to_owned());
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, body: response.text().await.unwrap() }
    }
}
