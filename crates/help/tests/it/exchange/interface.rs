//! `/hsds` as another directory calls it.

use std::sync::Arc;

use axum::body::Body;
use axum::{Router, middleware};
use help::{HelpPoint, Kind, Status, Topic};
use http::header::CONTENT_TYPE;
use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use page::{Phone, Site};
use realm::Realms;
use serde_json::Value;
use tower::ServiceExt as _;

use super::world::{World, id, library, owner, service};

const PUBLIC: &str = "https://hjaelp.example.dk";

struct Client(Router);

impl Client {
    fn of(world: &World) -> Self {
        let site = Site {
            public_url: PUBLIC.to_owned(),
            phone: Phone { number: "12 34 56 78".to_owned(), hours: String::new(), example: true },
            demo: true,
            behind_proxy: false,
        };
        let inner = help::routes()
            .into_router()
            .layer(middleware::from_fn(page::render_problems))
            .layer(middleware::from_fn(page::prepare_visit));
        Self(page::behind_the_door(Arc::new(Realms::new(world.realm.clone())), Arc::new(site), inner))
    }

    async fn ask(&self, path: &str) -> (StatusCode, String, Value) {
        let response = self.0.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
        let (status, kind) =
            (response.status(), response.headers()[CONTENT_TYPE].to_str().unwrap().to_owned());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, kind, serde_json::from_slice(&body).unwrap_or_default())
    }

    async fn get(&self, path: &str) -> Value {
        let (status, kind, body) = self.ask(path).await;
        assert_eq!((status, kind.as_str()), (StatusCode::OK, "application/json"), "{path}: {body}");
        body
    }
}

/// The library, and a national chat about online safety.
async fn world() -> World {
    let world = World::with_library().await;
    let chat = HelpPoint {
        id: id(0x50),
        kind: Kind::Chat,
        name: "Chatten".to_owned(),
        municipality_code: None,
        street: None,
        postcode: None,
        position: None,
        national: true,
        services: vec![service(0x51, "Spørg om svindel", &[Topic::OnlineSafety])],
        rules: Vec::new(),
        exceptions: Vec::new(),
        ..library()
    };
    let closed = HelpPoint {
        id: id(0x60),
        status: Status::Closed,
        services: vec![service(0x61, "Lukket hjælp", &[])],
        rules: Vec::new(),
        exceptions: Vec::new(),
        ..library()
    };
    world.put(&[chat, closed]).await;
    world
}

fn names(list: &Value) -> Vec<&str> {
    list["contents"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap_or_default()).collect()
}

#[tokio::test]
async fn the_root_says_which_standard_and_profile() {
    let client = Client::of(&world().await);
    for root in ["/hsds", "/hsds/"] {
        let root = client.get(root).await;
        assert_eq!(root["version"], "3.0");
        assert_eq!(root["profile"], format!("{PUBLIC}/hsds/profile#HSDS-3.0-DK"));
        assert_eq!(root["openapi_url"], format!("{PUBLIC}/api/openapi.json"));
    }
    let (status, kind, _) = client.ask("/hsds/profile").await;
    assert_eq!((status, kind.as_str()), (StatusCode::OK, "text/markdown; charset=utf-8"));
}

#[tokio::test]
async fn services_come_in_pages() {
    let client = Client::of(&world().await);
    let first = client.get("/hsds/services?per_page=2").await;
    assert_eq!(names(&first), ["Spørg om svindel", "Hjælp til MitID"]);
    assert_eq!(first["contents"][1]["organization"]["name"], "Vejle Bibliotek");
    assert_eq!((&first["total_items"], &first["total_pages"]), (&3.into(), &2.into()));
    let second = client.get("/hsds/services?per_page=2&page=2").await;
    assert_eq!(names(&second), ["It-café"]);
    assert_eq!(second["last_page"], true);
    assert_eq!(client.get("/hsds/services?page=9").await["empty"], true);
}

#[tokio::test]
async fn one_service_has_everything_inside_and_no_name_of_staff() {
    let client = Client::of(&world().await);
    let service = client.get(&format!("/hsds/services/{}", id::<()>(4))).await;
    let location = &service["service_at_locations"][0]["location"];
    assert_eq!(location["addresses"][0]["address_1"], "Willy Sørensens Plads 1");
    assert_eq!(location["schedules"].as_array().unwrap().len(), 6);
    assert_eq!(service["attributes"].as_array().unwrap().len(), 3);
    assert!(!service.to_string().contains("Bo Lind"));
    let all = client.get("/hsds/services?full=true&search=mitid").await;
    assert_eq!(all["contents"][0], service);
}

#[tokio::test]
async fn filters_narrow_together() {
    let client = Client::of(&world().await);
    let terms = client.get("/hsds/taxonomy_terms?search=online-safety").await;
    let term = terms["contents"][0]["id"].as_str().unwrap();
    assert_eq!(
        names(&client.get(&format!("/hsds/services?taxonomy_term_id={term}")).await),
        ["Spørg om svindel"]
    );
    let topics = terms["contents"][0]["taxonomy_id"].as_str().unwrap();
    assert_eq!(client.get(&format!("/hsds/services?taxonomy_id={topics}")).await["total_items"], 3);
    assert_eq!(names(&client.get("/hsds/services?search=CAFE%20vejle").await), ["It-café"]);
    assert_eq!(client.get(&format!("/hsds/services?organization_id={}", id::<()>(9))).await["empty"], true);
    assert_eq!(client.get("/hsds/services?modified_after=2026-01-01T00:00:00Z").await["total_items"], 3);
    let minimal = client.get("/hsds/services?minimal=true").await;
    assert_eq!(minimal["contents"][0], serde_json::json!({ "id": id::<()>(0x51) }));
}

#[tokio::test]
async fn places_are_found_around_a_postcode() {
    let client = Client::of(&world().await);
    let total = async |query: &str| {
        client.get(&format!("/hsds/service_at_locations?{query}")).await["total_items"].clone()
    };
    assert_eq!(total("postcode=7100").await, 3);
    assert_eq!(total("postcode=9000").await, 1);
    assert_eq!(total("postcode=7100&proximity=5000").await, 2);
    let list = client.get("/hsds/service_at_locations?postcode=7100&proximity=5000").await;
    let first = &list["contents"][0];
    assert_eq!(first["location"]["name"], "Vejle Bibliotek, hovedbiblioteket");
    let one = client.get(&format!("/hsds/service_at_locations/{}", first["id"].as_str().unwrap())).await;
    assert_eq!(one["service_id"], first["service_id"]);
    assert_eq!(one["location"]["phones"][0]["number"], "75 82 32 00");
}

#[tokio::test]
async fn an_organization_lists_its_services() {
    let client = Client::of(&world().await);
    assert_eq!(names(&client.get("/hsds/organizations").await), ["Vejle Bibliotek"]);
    let one = client.get(&format!("/hsds/organizations/{}", owner())).await;
    assert_eq!(one["services"].as_array().unwrap().len(), 3);
    assert_eq!(one["services"][1], serde_json::json!({ "id": id::<()>(4), "name": "Hjælp til MitID" }));
    assert_eq!(one["organization_identifiers"][0]["identifier"], "13748136");
    let whole = client.get(&format!("/hsds/organizations/{}?full_service=true", owner())).await;
    assert!(whole["services"][1]["service_at_locations"].is_array());
    assert_eq!(client.get("/hsds/organizations?full_service=true").await["contents"][0], whole);
}

#[tokio::test]
async fn the_vocabularies_can_be_looked_up() {
    let client = Client::of(&world().await);
    let list = client.get("/hsds/taxonomies").await;
    assert!(names(&list).contains(&"omtanke-topics"));
    let id = list["contents"][0]["id"].as_str().unwrap();
    assert_eq!(client.get(&format!("/hsds/taxonomies/{id}")).await, list["contents"][0]);
    let terms = client.get(&format!("/hsds/taxonomy_terms?taxonomy_id={id}")).await;
    assert_eq!(terms["total_items"], 10);
    let id = terms["contents"][0]["id"].as_str().unwrap();
    assert_eq!(client.get(&format!("/hsds/taxonomy_terms/{id}")).await, terms["contents"][0]);
}

#[tokio::test]
async fn a_parameter_that_makes_no_sense_is_named() {
    let client = Client::of(&world().await);
    for (query, name) in [
        ("services?page=0", "page"),
        ("services?page=abc", "page"),
        ("services?per_page=201", "per_page"),
        ("services?per_page=-1", "per_page"),
        ("services?full=maybe", "full"),
        ("services?minimal=maybe", "minimal"),
        ("services?modified_after=yesterday", "modified_after"),
        ("services?format=xml", "format"),
        ("organizations?full_service=7", "full_service"),
        ("organizations?full=true&per_page=51", "per_page"),
        ("organizations?full_service=true&per_page=11", "per_page"),
        ("service_at_locations?postcode=7101", "postcode"),
        ("service_at_locations?proximity=500", "proximity"),
        ("taxonomies?page=x", "page"),
        ("taxonomy_terms?per_page=x", "per_page"),
    ] {
        let (status, kind, body) = client.ask(&format!("/hsds/{query}")).await;
        assert_eq!((status, kind.as_str()), (StatusCode::BAD_REQUEST, "application/problem+json"), "{query}");
        assert!(body["detail"].as_str().unwrap().starts_with(&format!("{name}: ")), "{query}: {body}");
    }
}

#[tokio::test]
async fn what_is_not_there_or_has_closed_is_not_found() {
    let client = Client::of(&world().await);
    for table in ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"] {
        for wrong in [id::<()>(0x61).to_string(), "x".to_owned()] {
            let (status, kind, _) = client.ask(&format!("/hsds/{table}/{wrong}")).await;
            assert_eq!(
                (status, kind.as_str()),
                (StatusCode::NOT_FOUND, "application/problem+json"),
                "{table}"
            );
        }
    }
}
