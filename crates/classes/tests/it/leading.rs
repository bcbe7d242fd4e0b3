//! What the teacher does with the class: pause, send, let time pass, begin anew.

use http::StatusCode;

use crate::world::{EXERCISE, House};

#[tokio::test]
async fn while_the_class_pauses_pages_wait_and_what_is_sent_is_taken() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let (base, class) = (learner.base(), teacher.base());
    teacher.post(&format!("{class}/pause"), &[("pause", "1")]).await;
    assert!(teacher.says("Klassen holder pause"));
    learner.get(&format!("{base}/oevelser")).await;
    assert!(
        learner.says("Læreren holder pause") && learner.says("http-equiv=\"refresh\""),
        "{}",
        learner.body
    );
    // A form that was under way is taken; only the page after it waits.
    learner.post(&format!("{base}/oevelser/{EXERCISE}"), &[]).await;
    assert!(learner.says("Se op, og hør efter") && learner.here.contains(EXERCISE));
    assert!(learner.ask().await.1.contains("\"paused\":true"));
    teacher.post(&format!("{class}/pause"), &[("pause", "0")]).await;
    assert!(teacher.row(1).contains("Opgave 1 af"), "{}", teacher.row(1));
    learner.get(&learner.here.clone()).await;
    assert!(!learner.says("Se op, og hør efter") && learner.says("Opgave 1 af"), "{}", learner.body);
}

#[tokio::test]
async fn everybody_is_sent_once_to_where_the_teacher_wants() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let (base, class) = (learner.base(), teacher.base());
    let (status, told) = learner.ask().await;
    assert!(status == StatusCode::OK && told.contains("\"told\":0"), "{told}");
    teacher.post(&format!("{class}/send"), &[("to", "/min-side")]).await;
    let (_, told) = learner.ask().await;
    assert!(told.contains("\"told\":1") && told.contains(&format!("{base}/min-side")), "{told}");
    learner.get(&format!("{base}/oevelser")).await;
    assert_eq!(learner.here, format!("{base}/min-side"));
    learner.get(&format!("{base}/oevelser")).await;
    assert_eq!(learner.here, format!("{base}/oevelser"), "once");
    let late = house.learner(&teacher).await;
    assert!(late.here.ends_with("/min-side"), "whoever comes late comes to where the others are");
    for elsewhere in ["", "https://example.org/", "//example.org", "/staff/audit", "/oevelser/findes-ikke"] {
        teacher.post(&format!("{class}/send"), &[("to", elsewhere)]).await;
        assert_eq!(teacher.status, StatusCode::BAD_REQUEST, "{elsewhere}");
    }
}

#[tokio::test]
async fn days_go_by_for_everybody_once_and_nobody_is_signed_out() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let class = teacher.base();
    let key = learner.base()["/oev/".len()..].to_owned();
    let realm = realm::RealmKeeper::realm(&*house.sandboxes, &key).await.unwrap();
    let before = realm.clock.ahead().as_hours();
    teacher.get(&class).await;
    let moves = teacher.field("moves");
    for _ in 0..2 {
        teacher.post(&format!("{class}/tid"), &[("days", "3"), ("moves", &moves)]).await;
    }
    while realm.clock.ahead().as_hours() == before {
        tokio::task::yield_now().await;
    }
    learner.get(&format!("{}/min-side", learner.base())).await;
    assert_eq!((learner.status, learner.says("Aase Holm")), (StatusCode::OK, true), "{}", learner.body);
    assert_eq!(realm.clock.ahead().as_hours() - before, 72, "a form that is sent twice moves it once");
    for wrong in ["0", "-1", "1000", "x"] {
        teacher.post(&format!("{class}/tid"), &[("days", wrong), ("moves", "1")]).await;
        assert_eq!(teacher.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
}

#[tokio::test]
async fn the_teacher_begins_anew_for_one_or_for_all() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let (mut one, mut other) = (house.learner(&teacher).await, house.learner(&teacher).await);
    let class = teacher.base();
    for learner in [&mut one, &mut other] {
        learner.post(&format!("{}/oevelser/{EXERCISE}", learner.base()), &[]).await;
        assert!(learner.says("Opgave 1 af"));
    }
    teacher.get(&format!("{class}?forfra=1")).await;
    assert!(teacher.says(&format!("Begynd forfra for {}?", one.picture())), "{}", teacher.body);
    teacher.post(&format!("{class}/forfra"), &[("seat", "1")]).await;
    assert!(teacher.row(1).contains("Ikke begyndt") && teacher.row(2).contains("Opgave 1 af"));
    let picture = one.picture();
    assert!(!one.ask().await.1.contains("\"told\":0"), "an open page is told to go to the beginning");
    one.get(&format!("{}/min-side", one.base())).await;
    assert!(
        one.here.ends_with(EXERCISE) && one.says("action=\"") && one.picture() == picture,
        "{}",
        one.here
    );
    one.get(&format!("{}/min-side", one.base())).await;
    assert!(one.says("Aase Holm"), "signed in again, with nothing to do for it: {}", one.body);
    teacher.post(&format!("{class}/forfra"), &[("seat", "0")]).await;
    assert!(teacher.row(2).contains("Ikke begyndt"));
}

#[tokio::test]
async fn chosen_exercises_come_first_on_the_learners_list() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    learner.get(&format!("{}/oevelser", learner.base())).await;
    let first = |body: &str| {
        body.split("Det laver klassen").nth(1).unwrap().split("Flere øvelser").next().unwrap().to_owned()
    };
    assert_eq!(first(&learner.body).matches("/oevelser/").count(), 1);
    let class = teacher.base();
    teacher
        .post(&format!("{class}/oevelser"), &[("chosen", "barnebarn"), ("chosen", "x"), ("chosen", EXERCISE)])
        .await;
    learner.get(&format!("{}/oevelser", learner.base())).await;
    assert_eq!(first(&learner.body).matches("/oevelser/").count(), 2);
    let alone = {
        let mut alone = house.browser();
        alone.post("/oev", &[]).await;
        alone.get(&format!("{}/oevelser", alone.base())).await;
        alone
    };
    assert!(!alone.says("Det laver klassen") && !alone.says("data-om-class-ask"));
}

#[tokio::test]
async fn twenty_tabs_of_one_learner_are_one_learner() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let learner = house.learner(&teacher).await;
    let mut tabs: Vec<_> = (0..20).map(|_| learner.clone()).collect();
    let paths: Vec<String> = (0..20)
        .map(|n| format!("{}{}", learner.base(), if n % 2 == 0 { "/oevelser" } else { "/min-side" }))
        .collect();
    futures_util::future::join_all(tabs.iter_mut().zip(&paths).map(|(tab, path)| tab.get(path))).await;
    assert!(tabs.iter().all(|tab| tab.status == StatusCode::OK && tab.picture() == learner.picture()));
    teacher.get(&teacher.base()).await;
    assert!(teacher.says("1 elev"));
}

#[tokio::test]
async fn exercises_end_with_questions_when_the_teacher_wants_it_also_after_a_reset() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let (class, key) = (teacher.base(), learner.base()["/oev/".len()..].to_owned());
    let is_on = async || {
        let realm = realm::RealmKeeper::realm(&*house.sandboxes, &key).await.unwrap();
        practice::exercises::is_quiz_on(&realm.read().await.unwrap()).await.unwrap()
    };
    assert!(!is_on().await);
    teacher.post(&format!("{class}/oevelser"), &[("quiz", "1")]).await;
    assert!(teacher.says("Øvelserne slutter med et par spørgsmål"));
    while !is_on().await {
        tokio::task::yield_now().await;
    }
    learner.post(&format!("{}/oevelse/forfra", learner.base()), &[]).await;
    assert!(is_on().await, "the learner has begun anew");
    teacher.post(&format!("{class}/forfra"), &[("seat", "1")]).await;
    assert!(is_on().await, "the teacher has begun anew");
}
