//! The list of routes, each with who may call it. What is not on the list does not exist.

use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::MethodRouter;
use http::Method;
use http::header::AUTHORIZATION;

use crate::{Problem, Visit};

/// Who may call a route at all. What they may do there, a permit decides from the thing itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum May {
    /// Everybody.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever has a role that allows this action somewhere.
    Do(&'static str),
    /// A system that shows a secret, which the route itself asks for. People are not let in, whoever they are.
    System,
    /// A system that shows a secret, which the route itself asks for, or whoever is signed in.
    SystemOrSignedIn,
}

/// One route.
#[derive(Debug, Clone)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path pattern, as the router matches it.
    pub path: &'static str,
    /// Who may call it.
    pub may: May,
}

/// The routes of a room, or of the whole program.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router,
    list: Vec<Route>,
}

impl Routes {
    /// No routes yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page that is read.
    #[must_use]
    pub fn get(self, path: &'static str, may: May, handler: MethodRouter) -> Self {
        self.add(Method::GET, path, may, handler)
    }

    /// Adds a form that is sent.
    #[must_use]
    pub fn post(self, path: &'static str, may: May, handler: MethodRouter) -> Self {
        self.add(Method::POST, path, may, handler)
    }

    fn add(mut self, method: Method, path: &'static str, may: May, handler: MethodRouter) -> Self {
        let guarded =
            handler.layer(middleware::from_fn(move |visit: Visit, request: Request, next: Next| {
                guard(may, visit, request, next)
            }));
        self.router = self.router.route(path, guarded);
        self.list.push(Route { method, path, may });
        self
    }

    /// Adds the routes of another room.
    #[must_use]
    pub fn merge(mut self, other: Routes) -> Self {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }

    /// Every route, for the test that walks them all as everybody.
    #[must_use]
    pub fn list(&self) -> &[Route] {
        &self.list
    }

    /// The router that serves them.
    pub fn into_router(self) -> Router {
        self.router
    }
}

async fn guard(may: May, visit: Visit, request: Request, next: Next) -> Result<Response, Problem> {
    let here = visit.uri.path_and_query().map_or("/", |whole| whole.as_str());
    let back = format!("/log-ind?{}", [("next", here)].map(|(key, value)| encode(key, value)).concat());
    match (may, &visit.visitor) {
        (May::Anyone | May::System, _) | (May::SignedIn | May::SystemOrSignedIn, Some(_)) => {
            Ok(next.run(request).await)
        }
        (May::SystemOrSignedIn, None) if request.headers().contains_key(AUTHORIZATION) => {
            Ok(next.run(request).await)
        }
        (May::Do(action), Some(visitor)) if visitor.may.contains(action) => Ok(next.run(request).await),
        (May::Do(_), Some(_)) => Err(Problem::forbidden()),
        (_, None) if visit.unsure => Err(Problem::unavailable()),
        (_, None) => Err(Problem::sign_in_first().next("sign-in", back)),
    }
}

fn encode(key: &str, value: &str) -> String {
    serde_urlencoded::to_string([(key, value)]).unwrap_or_default()
}
