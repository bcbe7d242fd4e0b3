//! A browser without JavaScript that keeps cookies and follows redirects, in front of a load balancer that may send it to
//! another node at any time.

use crate::{Answer, House};

/// Redirects before it is clear that they go round in circles.
const MOST_REDIRECTS: usize = 12;

/// A browser with the address it stands at.
pub struct Browser<'h> {
    node: &'h House,
    jar: Vec<(String, String)>,
    /// The path of the page it shows.
    pub here: String,
    /// The page.
    pub page: Answer,
}

impl<'h> Browser<'h> {
    /// Opens a page at a node.
    pub async fn open(node: &'h House, path: &str) -> Self {
        let (jar, here) = (Vec::new(), path.to_owned());
        let page = node.get(path).await;
        let mut browser = Self { node, jar, here, page };
        browser.follow().await;
        browser
    }

    /// From now on, the load balancer sends it to this node.
    pub fn move_to(&mut self, node: &'h House) {
        self.node = node;
    }

    /// Goes to a page.
    pub async fn get(&mut self, path: &str) {
        self.here = path.to_owned();
        self.page = self.node.get_as(&self.cookies(), path).await;
        self.follow().await;
    }

    /// Sends a form to an address on the same site.
    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) {
        self.here = path.to_owned();
        self.page = self.node.post_as(&self.cookies(), path, form).await;
        self.follow().await;
    }

    /// The address that the first form of the page with this ending sends to.
    #[must_use]
    pub fn form(&self, ending: &str) -> String {
        let actions = self.page.body.split("action=\"").skip(1).filter_map(|part| part.split('"').next());
        let all: Vec<&str> = actions.collect();
        let found = all.iter().find(|action| action.ends_with(ending));
        (*found.unwrap_or_else(|| panic!("no {ending} in {all:?} at {}", self.here))).to_owned()
    }

    /// The cookies as it sends them.
    #[must_use]
    pub fn cookies(&self) -> String {
        self.jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    async fn follow(&mut self) {
        for _ in 0..MOST_REDIRECTS {
            self.keep_cookies();
            if !(300..400).contains(&self.page.status) {
                return;
            }
            let to = self.page.header("location");
            self.here = to.strip_prefix(&self.node.public_url).unwrap_or(to).to_owned();
            self.page = self.node.get_as(&self.cookies(), &self.here).await;
        }
        panic!("it goes round in circles at {}", self.here);
    }

    fn keep_cookies(&mut self) {
        for header in self.page.headers.get_all("set-cookie") {
            let pair = header.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.jar.retain(|(known, _)| known != name);
            self.jar.push((name.to_owned(), value.to_owned()));
        }
    }
}
