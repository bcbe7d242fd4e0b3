//! Stories as worlds of their own, two people side by side, and questions afterwards.

use http::StatusCode;
use http::header::CONTENT_SECURITY_POLICY;
use jiff::civil::date;
use practice::sandbox::{Key, Seat};
use practice::scenarios::{Cast, act, library};
use realm::{RealmKeeper as _, RealmKind};
use store::TableDigest;

use super::world::{Learner, Page};

impl Learner {
    /// Does how the task with this number is solved, as the person who has it.
    async fn solve(&mut self, slug: &str, task: usize) {
        let scenario = library().get(slug).unwrap();
        let key = Key::of(&self.realm).unwrap();
        let realm = self.sandboxes.realm(key.as_str()).await.unwrap();
        let cast = {
            let tx = realm.read().await.unwrap();
            Cast::find(&tx, &realm.vault, scenario).await.unwrap().unwrap()
        };
        for operation in &scenario.tasks[task].solution {
            act(&realm, &cast, operation).await.unwrap();
        }
    }
}

fn policy(page: &Page) -> &str {
    page.headers[CONTENT_SECURITY_POLICY].to_str().unwrap()
}

#[tokio::test]
async fn each_story_is_a_world_in_which_it_has_begun() {
    let mut opened = 0;
    for scenario in library().all() {
        let (learner, page) = Learner::in_the_story(&scenario.slug).await;
        assert_eq!(page.status, StatusCode::OK, "{}", scenario.slug);
        assert!(learner.base.starts_with("/oev/"), "{}", learner.base);
        let first = &scenario.tasks[0];
        assert!(page.says(&askama_text(first.text.danish())), "{}: {}", scenario.slug, page.body);
        let start = practice::exercises::start_of(scenario);
        let name = start.user_name.map(|key| scenario.people[&key].name.text.clone());
        assert_eq!(learner.name().await, name, "{}", scenario.slug);
        opened += 1;
    }
    assert!(opened >= 38, "{opened}");
    let (_, nowhere) = Learner::in_the_story("findes-ikke").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

/// A text as it stands in a page.
fn askama_text(text: &str) -> String {
    text.replace('\'', "&#39;").replace('"', "&#34;")
}

#[tokio::test]
async fn the_page_outside_offers_every_story_under_whom_it_is_for() {
    let mut visitor = Learner::in_a(RealmKind::Live).await;
    let page = visitor.get("/oev").await;
    for scenario in library().all() {
        let offered = page.body.matches(&format!("value=\"{}\"", scenario.slug)).count();
        assert_eq!(offered, scenario.audiences.len(), "{}", scenario.slug);
    }
}

#[tokio::test]
async fn the_day_on_which_a_story_begins_outlasts_closing_and_beginning_anew() {
    let begins = date(2027, 3, 15);
    let day = |learner: &Learner| learner.realm.now().to_zoned(learner.realm.zone().clone()).date();
    // In a world of its own, and begun from the list.
    let (mut own, _) = Learner::in_the_story("aarsopgoerelse").await;
    let mut list = Learner::in_a(RealmKind::Sandbox).await;
    list.post("/oevelser/sygehusbrev", &[]).await;
    list.post("/oevelser/aarsopgoerelse", &[]).await;
    assert_eq!(list.name().await.as_deref(), Some("Elif Demir"), "whoever was signed in still is");
    for learner in [&mut own, &mut list] {
        learner.settle().await;
        let there = day(learner);
        assert!(there >= begins, "{there}");
        assert!(learner.get("/oevelser/aarsopgoerelse").await.says("Åbn brevet om årsopgørelsen."));
        close(learner).await;
        learner.settle().await;
        assert_eq!(day(learner), there, "the clock went back when the file was closed");
    }
    own.post("/oevelse/forfra", &[]).await;
    own.settle().await;
    assert!(day(&own) >= begins);
    assert!(own.get("/oevelser/aarsopgoerelse").await.says("Åbn brevet om årsopgørelsen."));
}

/// Lets the file of the sandbox be closed.
async fn close(learner: &mut Learner) {
    let root = learner.sandboxes.house().clone();
    learner.realm = root.clone();
    root.clock.advance(jiff::SignedDuration::from_mins(20));
    assert!(learner.sandboxes.sweep().await.closed > 0);
}

#[tokio::test]
async fn a_teacher_sees_giver_and_helper_side_by_side() {
    let (mut learner, task) = Learner::in_the_story("datter-hjaelper-mor").await;
    assert!(task.says("Vis to personer side om side"));
    let choose = learner.get("/oevelse/to").await;
    assert!(choose.says("value=\"gerda\" selected") && choose.says("value=\"mette\" selected"));
    assert!(!choose.says("<iframe"));
    for (left, right, why) in
        [("gerda", "gerda", "Vælg to forskellige"), ("gerda", "nobody", "Vælg to personer fra listen")]
    {
        let wrong = learner.post("/oevelse/to", &[("left", left), ("right", right)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says(why), "{left} {right}");
    }

    let two = learner.post("/oevelse/to", &[("left", "gerda"), ("right", "mette")]).await;
    let key = Key::of(&learner.realm).unwrap();
    let (first, second) = (key.prefix_at(Seat::First), key.prefix_at(Seat::Second));
    assert!(two.says(&format!("name=\"left\" title=\"Gerda Lund\" src=\"{first}/fuldmagt\"")));
    assert!(two.says(&format!("name=\"right\" title=\"Mette Lund\" src=\"{second}/fuldmagt\"")));
    assert!(policy(&two).contains("frame-src 'self'") && policy(&two).contains("frame-ancestors 'self'"));
    assert_eq!(learner.name_at(&first).await.as_deref(), Some("Gerda Lund"));
    assert_eq!(learner.name_at(&second).await.as_deref(), Some("Mette Lund"));

    // What is done at one seat is there at the other; each stays who they are, and links stay at their seat.
    learner.solve("datter-hjaelper-mor", 0).await;
    learner.base = second.clone();
    let there = learner.get("/oevelser/datter-hjaelper-mor").await;
    assert!(there.says("Det lykkedes") && there.says(&format!("action=\"{second}/oevelser")));
    assert_eq!(learner.name_at(&second).await.as_deref(), Some("Mette Lund"));
    assert_eq!(learner.name_at(&first).await.as_deref(), Some("Gerda Lund"));
    assert!(learner.get_in_a_frame("/oevelser").await.says("<body class=\"om-framed\">"));
    assert!(learner.get("/oevelser").await.says("<body>"));
    // Two frames within a frame would be one too many: the second seat leads back to the first.
    let nested = learner.get("/oevelse/to?left=gerda&right=mette").await;
    assert!(nested.says(&format!("action=\"{first}/oevelse/to\"")) && !nested.says("<iframe"));

    // The end of one is the end of both.
    learner.base = second;
    learner.post("/oevelse/slut", &[]).await;
    assert!(learner.sandboxes.realm(key.as_str()).await.is_none());
    assert!(learner.sandboxes.realm(&format!("{key}~2")).await.is_none());
}

#[tokio::test]
async fn only_a_sandbox_may_stand_in_a_frame() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    assert!(policy(&learner.get("/oevelser").await).contains("frame-ancestors 'self'"));
    assert!(!policy(&learner.get("/oevelser").await).contains("frame-src"));
    for kind in [RealmKind::Live, RealmKind::Demo] {
        let mut visitor = Learner::in_a(kind).await;
        assert!(policy(&visitor.get("/oev").await).contains("frame-ancestors 'none'"));
    }
}

#[tokio::test]
async fn a_second_seat_is_closed_and_begins_anew_with_the_first() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    let key = Key::of(&learner.realm).unwrap();
    let second = || async { learner.sandboxes.realm(&format!("{key}~2")).await.unwrap() };
    let held = second().await;
    assert_eq!(held.prefix, key.prefix_at(Seat::Second));
    assert_eq!(Key::of(&held), Some(key.clone()));
    learner.sandboxes.house().clock.advance(jiff::SignedDuration::from_mins(20));
    let swept = learner.sandboxes.sweep().await;
    assert_eq!(swept.closed, 0, "somebody sits there");
    drop(held);
    let before = second().await.now();
    learner.sandboxes.move_clock(&key, jiff::SignedDuration::from_hours(24)).await.unwrap();
    assert!(second().await.now().duration_since(before).as_hours() >= 24, "one clock for both");
    let old = second().await;
    learner.post("/oevelse/forfra", &[]).await;
    assert!(!std::sync::Arc::ptr_eq(&old, &learner.sandboxes.realm(&format!("{key}~2")).await.unwrap()));
}

#[tokio::test]
async fn questions_come_for_whoever_wants_them_and_keep_no_score() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    learner.post("/oevelser/bed-om-lov", &[]).await;
    for task in 0..2 {
        learner.solve("bed-om-lov", task).await;
        learner.post("/oevelser/bed-om-lov/videre", &[("task", &task.to_string())]).await;
    }
    let done = learner.get("/oevelser/bed-om-lov").await;
    assert!(done.says("Nu kan du det") && !done.says("/bed-om-lov/quiz"), "off by itself");
    assert!(!learner.get("/oevelser/bed-om-lov/quiz").await.says("Spørgsmål 1 af 2"));

    assert!(learner.post("/oevelser/quiz", &[("on", "1")]).await.says("Nej tak, ingen spørgsmål"));
    assert!(learner.get("/oevelser/bed-om-lov").await.says("/bed-om-lov/quiz"));
    let before = contents(&learner).await;
    let first = learner.get("/oevelser/bed-om-lov/quiz").await;
    assert!(first.says("Spørgsmål 1 af 2") && !first.says("Det er Ove, der siger"));
    let wrong = learner.get("/oevelser/bed-om-lov/quiz?n=1&choice=0").await;
    assert!(wrong.says("Lad os se på det sammen") && wrong.says("Det er Ove, der siger ja eller nej"));
    assert!(learner.get("/oevelser/bed-om-lov/quiz?n=2&choice=0").await.says("Det var det sidste"));
    assert!(learner.get("/oevelser/bed-om-lov/quiz?n=99&choice=99").await.says("Spørgsmål 2 af 2"));
    assert!(contents(&learner).await == before, "an answer leaves no trace");
    assert!(learner.post("/oevelser/quiz", &[("on", "0")]).await.says("Ja tak, stil mig"));
}

/// Everything that the sandbox holds.
async fn contents(learner: &Learner) -> Vec<TableDigest> {
    store::digest(&learner.realm.read().await.unwrap()).await.unwrap()
}
