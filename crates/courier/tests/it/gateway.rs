//! A gateway for text messages on a port of its own, which answers as it is told to.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use courier::HttpGateway;
use serde_json::Value;

#[derive(Debug, Clone, Copy)]
pub(crate) enum Answer {
    Status(u16, &'static str),
    Redirect,
    Hangs,
}

/// What it was asked.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

#[derive(Clone)]
pub(crate) struct SmsGateway {
    pub(crate) address: String,
    answer: Arc<Mutex<Answer>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl SmsGateway {
    pub(crate) async fn start(answer: Answer) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let gateway = Self { address, answer: Arc::new(Mutex::new(answer)), asked: Arc::default() };
        let router = Router::new().fallback(take).with_state(gateway.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        gateway
    }

    pub(crate) fn answers(&self, answer: Answer) {
        *self.answer.lock().unwrap() = answer;
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// How many texts it was given, whatever it answered.
    pub(crate) fn texts(&self) -> usize {
        self.asked().iter().filter(|asked| asked.method != Method::HEAD).count()
    }

    /// What it was given last, as JSON.
    pub(crate) fn last(&self) -> Value {
        serde_json::from_str(&self.asked().last().unwrap().body).unwrap()
    }

    /// The way to it, with more settings or others.
    pub(crate) fn gateway(&self, name: &str, more: &str) -> HttpGateway {
        let mut settings: toml::Table = toml::from_str(
            "id = \"/ids/0\"\ntimeout_seconds = 1\n\
             fields = { to = \"to\", body = \"message\", sender = \"from\", reference = \"ref\" }",
        )
        .unwrap();
        settings.insert("name".to_owned(), name.into());
        settings.insert("url".to_owned(), format!("{}/send", self.address).into());
        settings.extend(toml::from_str::<toml::Table>(more).unwrap());
        HttpGateway::new(settings.try_into().unwrap(), "Omtanke").unwrap()
    }
}

async fn take(State(gateway): State<SmsGateway>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 64 * 1024).await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    gateway.asked.lock().unwrap().push(Asked { method: head.method, headers: head.headers, body });
    let answer = *gateway.answer.lock().unwrap();
    match answer {
        Answer::Status(status, body) => (StatusCode::from_u16(status).unwrap(), body).into_response(),
        Answer::Redirect => {
            (StatusCode::TEMPORARY_REDIRECT, [("location", format!("{}/elsewhere", gateway.address))])
                .into_response()
        }
        Answer::Hangs => std::future::pending().await,
    }
}
