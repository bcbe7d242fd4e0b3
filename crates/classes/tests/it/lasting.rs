//! How long a class lasts: over the end of the program, not over its own, and not unused.

use http::StatusCode;
use jiff::SignedDuration;

use crate::world::{EXERCISE, House};

#[tokio::test]
async fn a_restart_in_the_middle_of_a_class_loses_nothing() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let (class, code, picture) = (teacher.base(), teacher.code(), learner.picture());
    learner.post(&format!("{}/oevelser/{EXERCISE}", learner.base()), &[]).await;
    teacher.post(&format!("{class}/pause"), &[("pause", "1")]).await;

    let house = house.restart(1, &mut [&mut teacher, &mut learner]).await;
    teacher.get(&class).await;
    assert!(teacher.code() == code && teacher.row(1).contains(&picture), "{}", teacher.body);
    assert!(teacher.row(1).contains("Opgave 1 af") && teacher.says("Klassen holder pause"));
    learner.get(&format!("{}/oevelser", learner.base())).await;
    assert!(learner.says("Se op, og hør efter"));
    teacher.post(&format!("{class}/pause"), &[("pause", "0")]).await;
    house.learner(&teacher).await;
    teacher.get(&class).await;
    assert!(teacher.says("2 elever"), "the code still lets people in");
}

#[tokio::test]
async fn an_upgrade_in_the_middle_of_a_class_ends_sandboxes_kindly_and_seats_stay() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let (class, picture, before) = (teacher.base(), learner.picture(), learner.base());

    let _house = house.restart(2, &mut [&mut teacher, &mut learner]).await;
    learner.get(&format!("{before}/oevelser")).await;
    assert!(learner.status == StatusCode::NOT_FOUND && learner.says("Vi har gjort siderne bedre"));
    teacher.get(&class).await;
    assert!(teacher.row(1).contains("Eleven kan skrive koden igen"), "{}", teacher.row(1));
    let code = teacher.code().replace(' ', "");
    learner.get(&format!("/klasse/med/{code}")).await;
    let seat = learner.field("seat");
    learner.post("/klasse/med", &[("code", &code), ("seat", &seat)]).await;
    assert_eq!(learner.picture(), picture, "{}", learner.body);
    assert_ne!(learner.base(), before);
    teacher.get(&class).await;
    assert!(teacher.says("1 elev") && !teacher.row(1).contains("skrive koden igen"));
}

#[tokio::test]
async fn a_class_that_has_ended_lets_nobody_in_and_leaves_its_learners_alone() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let (class, code) = (teacher.base(), teacher.code());
    teacher.post(&format!("{class}/pause"), &[("pause", "1")]).await;
    teacher.post(&format!("{class}/slut"), &[]).await;
    assert!(teacher.here.ends_with("/resultat"), "{}", teacher.here);
    learner.get(&format!("{}/min-side", learner.base())).await;
    assert!(
        learner.status == StatusCode::OK && learner.says("Aase Holm") && !learner.says("data-om-class-ask"),
        "{}",
        learner.body
    );
    learner.get(&format!("{}/oevelser", learner.base())).await;
    assert!(!learner.says("Det laver klassen"), "nobody has chosen anything any more");
    let mut late = house.browser();
    late.join(&code).await;
    assert!(late.says("Ingen klasse har den kode"));
    teacher.post(&format!("{class}/pause"), &[("pause", "1")]).await;
    learner.get(&format!("{}/min-side", learner.base())).await;
    assert!(learner.says("Aase Holm"), "there is no pause without a class");
    house.wait(SignedDuration::from_hours(23));
    house.classes.sweep().await;
    teacher.get(&format!("{class}/resultat")).await;
    assert_eq!(teacher.status, StatusCode::OK);
    house.wait(SignedDuration::from_hours(1));
    house.classes.sweep().await;
    teacher.get(&format!("{class}/resultat")).await;
    assert_eq!((teacher.status, house.files().len()), (StatusCode::NOT_FOUND, 0));
}

#[tokio::test]
async fn a_class_that_nobody_uses_ends_by_itself() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let class = teacher.base();
    house.wait(SignedDuration::from_hours(3));
    learner.get(&format!("{}/min-side", learner.base())).await;
    house.wait(SignedDuration::from_hours(3));
    house.classes.sweep().await;
    teacher.get(&class).await;
    assert!(!teacher.says("Klassen er slut"), "a learner was there");
    house.wait(SignedDuration::from_hours(4));
    house.classes.sweep().await;
    teacher.get(&class).await;
    assert!(teacher.says("Klassen er slut"));
}
