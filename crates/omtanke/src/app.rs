//! How a request reaches a room: realm, session, language, limits, then the routes.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use classes::Classes;
use page::{Limits, May, Problem, Routes, Site};
use people::{Broker, BrokerName, ClaimNames, Preset, SignIn};
use practice::sandbox::{self, Sandboxes};
use realm::Realms;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::wellbeing::Equipment;
use crate::{front, gallery, health, interface, wellbeing};

/// Forms are small; a form of more than this is not one of ours.
const LARGEST_BODY: usize = 256 * 1024;
/// Nothing that a page does takes longer.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);
/// Sending a letter with files over a slow line may: 10 MB at 400 kbit/s.
const LONGEST_UPLOAD: Duration = Duration::from_secs(5 * 60);
/// Taking in a batch of the largest size may.
const LONGEST_HANDING_IN: Duration = Duration::from_secs(60 * 60);

/// What a running program is made of.
#[derive(Clone)]
pub struct App {
    /// The installation.
    pub site: Arc<Site>,
    /// The realms it serves.
    pub realms: Arc<Realms>,
    /// Who can sign people in.
    pub sign_in: Arc<SignIn>,
    /// How fast one address may call.
    pub limits: Arc<Limits>,
    /// What this installation can reach people by.
    pub equipment: Arc<Equipment>,
    /// Whether the simulated MitID and the gallery are there: never in production.
    pub demo: bool,
    /// Where people practise, if they can.
    pub practice: Option<Practice>,
}

/// Where people practise.
#[derive(Debug, Clone)]
pub struct Practice {
    /// The sandboxes.
    pub sandboxes: Arc<Sandboxes>,
    /// The classes that practise together in some of them.
    pub classes: Arc<Classes>,
    /// Whether the program is there for nothing else: its front page is then that of practice.
    pub alone: bool,
}

/// Every route of the program. `demo` adds what is only for demonstration and practice.
#[must_use]
pub fn routes(demo: bool) -> Routes {
    let routes = Routes::new()
        .merge(front::routes())
        .merge(help::routes())
        .merge(people::routes())
        .merge(access::routes())
        .merge(notices::routes())
        .merge(mailbox::routes())
        .merge(enrolment::routes())
        .merge(mandates::routes())
        .merge(insight::routes())
        .merge(wellbeing::routes())
        .merge(interface::routes())
        .merge(health::routes())
        .get("/assets/{file}", May::Anyone, get(page::assets::serve));
    if demo { routes.merge(for_practice()).merge(gallery::routes()) } else { routes }
}

/// The routes of practice, alone and in classes, with the self-service that is found in sandboxes only.
#[must_use]
pub fn for_practice() -> Routes {
    practice::routes().merge(selfservice::routes()).merge(classes::routes())
}

/// The program's own broker, for demonstration and practice, in the realm where somebody signs in.
#[must_use]
pub fn simulated_mitid() -> Broker {
    Broker {
        key: practice::mitid::BROKER.to_owned(),
        name: BrokerName::One("Øve-MitID".to_owned()),
        preset: Preset::Demo,
        issuer: "{realm}/mitid".to_owned(),
        client_id: practice::mitid::CLIENT_ID.to_owned(),
        client_secret: None,
        scopes: Vec::new(),
        acr_values: None,
        least_assurance: None,
        claims: ClaimNames::default(),
        create_unknown: false,
    }
}

impl App {
    /// The whole program as one router.
    pub fn router(&self) -> Router {
        self.limits.count_together(self.realms.live());
        let limits = self.limits.clone();
        let routes = routes(self.demo);
        let routes = match &self.practice {
            Some(_) if !self.demo => routes.merge(for_practice()),
            _ => routes,
        };
        let mut inner = routes
            .into_router()
            .fallback(|| async { Problem::not_found() })
            .layer(CatchPanicLayer::new())
            .layer(DefaultBodyLimit::max(LARGEST_BODY))
            .layer(middleware::from_fn(end_in_time))
            .layer(
                CsrfLayer::new()
                    .with_rejection_response(|_: ProtectionError| Problem::from_elsewhere().into_response()),
            )
            .layer(middleware::from_fn(move |request: Request, next: Next| {
                page::rate_limit(limits.clone(), request, next)
            }));
        if self.practice.is_some() {
            inner = inner.layer(middleware::from_fn(classes::in_class));
        }
        inner = inner
            .layer(middleware::from_fn(page::render_problems))
            .layer(middleware::from_fn(page::prepare_visit))
            .layer(middleware::from_fn(access::load_visitor));
        if let Some(practice) = &self.practice {
            inner = inner
                .layer(middleware::from_fn(sandbox::one_at_a_time))
                .layer(Extension(practice.sandboxes.clone()))
                .layer(Extension(practice.classes.clone()))
                .layer(Extension(practice.clone()));
        }
        let inner = inner
            .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Precise(4)))
            .layer(Extension(self.equipment.clone()))
            .layer(Extension(self.sign_in.clone()));
        page::behind_the_door(self.realms.clone(), self.site.clone(), inner)
    }
}

/// Gives up a request that takes longer than it may.
async fn end_in_time(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let longest = if path == mailbox::intake::HAND_IN {
        LONGEST_HANDING_IN
    } else if request.method() == http::Method::POST
        && (mailbox::takes_files(path) || insight::takes_files(path))
    {
        LONGEST_UPLOAD
    } else {
        LONGEST_REQUEST
    };
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::unavailable().into_response(),
    }
}
