//! Coming in: by the code, once, without a name.

use http::StatusCode;

use crate::world::{EXERCISE, House};

#[tokio::test]
async fn whoever_types_the_code_is_in_the_first_exercise_with_a_picture_for_a_name() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let learner = house.learner(&teacher).await;
    assert!(learner.here.ends_with(&format!("/oevelser/{EXERCISE}")), "{}", learner.here);
    teacher.get(&teacher.base()).await;
    assert!(teacher.row(1).contains(&learner.picture()), "{} in {}", learner.picture(), teacher.row(1));
    let other = house.learner(&teacher).await;
    assert_ne!(other.picture(), learner.picture());
    assert_ne!(other.base(), learner.base());
}

#[tokio::test]
async fn the_link_of_the_code_on_the_wall_takes_a_seat_only_when_the_button_is_pressed() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let code = teacher.code().replace(' ', "");
    let mut learner = house.browser();
    for _ in 0..3 {
        learner.get(&format!("/klasse/med/{code}")).await;
        assert_eq!(learner.status, StatusCode::OK);
    }
    teacher.get(&teacher.base()).await;
    assert!(teacher.says("Ingen elever endnu"), "looking takes no seat");
    let (code, seat) = (learner.field("code"), learner.field("seat"));
    learner.post("/klasse/med", &[("code", &code), ("seat", &seat)]).await;
    assert!(learner.here.starts_with("/oev/"), "{}", learner.here);
}

#[tokio::test]
async fn a_form_that_is_sent_twice_or_from_behind_the_back_button_is_one_learner() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.browser();
    learner.get("/klasse/med").await;
    let (code, seat) = (teacher.code(), learner.field("seat"));
    let form = [("code", code.as_str()), ("seat", seat.as_str())];
    let (mut one, mut other) = (learner.clone(), learner.clone());
    tokio::join!(one.post("/klasse/med", &form), other.post("/klasse/med", &form));
    assert_eq!(one.base(), other.base());
    learner.post("/klasse/med", &form).await;
    assert_eq!((learner.base(), learner.picture()), (one.base(), one.picture()));
    teacher.get(&teacher.base()).await;
    assert!(teacher.says("1 elev"), "{}", teacher.body);
}

#[tokio::test]
async fn the_same_browser_gets_its_own_seat_back_and_somebody_else_at_it_another() {
    let house = House::open().await;
    let teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let (base, picture) = (learner.base(), learner.picture());
    let code = teacher.code().replace(' ', "");
    learner.get(&format!("/klasse/med/{code}")).await;
    assert!(learner.says(&picture), "the page says who one is");
    let own = learner.field("seat");
    let other = learner.body.rsplit("name=\"seat\" value=\"").next().unwrap()[..32].to_owned();
    assert_ne!(own, other);
    learner.post("/klasse/med", &[("code", &code), ("seat", &own)]).await;
    assert_eq!((learner.base(), learner.picture()), (base.clone(), picture.clone()));
    learner.post("/klasse/med", &[("code", &code), ("seat", &other)]).await;
    assert_ne!(learner.base(), base);
    assert_ne!(learner.picture(), picture);
}

#[tokio::test]
async fn a_code_that_no_class_has_is_said_at_the_field_and_stays_there() {
    let house = House::open().await;
    house.teacher().await;
    let mut learner = house.browser();
    for (typed, said) in
        [("", "Skriv koden fra tavlen"), ("12", "En kode har 6 tal"), ("hej", "En kode har 6 tal")]
    {
        learner.post("/klasse/med", &[("code", typed)]).await;
        assert_eq!(learner.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(learner.says(said) && learner.says(&format!("value=\"{typed}\"")), "{}", learner.body);
    }
    learner.post("/klasse/med", &[("code", "000 000")]).await;
    assert!(learner.says("Ingen klasse har den kode") || learner.here.starts_with("/oev/"));
}

#[tokio::test]
async fn codes_are_not_found_by_trying() {
    let house = House::open().await;
    let teacher = house.teacher().await;
    let (mut guesser, right) = (house.browser(), teacher.code());
    let wrong = if right == "123 456" { "654321" } else { "123456" };
    for n in 0..60 {
        guesser.post("/klasse/med", &[("code", wrong)]).await;
        assert_eq!(guesser.status, StatusCode::UNPROCESSABLE_ENTITY, "{n}");
    }
    for code in [wrong, &right] {
        guesser.post("/klasse/med", &[("code", code)]).await;
        assert_eq!(guesser.status, StatusCode::TOO_MANY_REQUESTS, "a right one is no answer either");
    }
    let mut elsewhere = house.browser();
    elsewhere.move_to("10.0.0.99");
    elsewhere.join(&right).await;
    assert!(elsewhere.here.starts_with("/oev/"), "others come in meanwhile");
    house.wait(jiff::SignedDuration::from_mins(10));
    guesser.join(&right).await;
    assert!(guesser.here.starts_with("/oev/"), "{}", guesser.body);
}

#[tokio::test]
async fn a_full_class_says_so() {
    let house = House::open().await;
    let teacher = house.teacher().await;
    for n in 0..60 {
        let mut learner = house.browser();
        learner.post("/klasse/med", &[("code", &teacher.code())]).await;
        assert!(learner.here.starts_with("/oev/"), "{n}");
    }
    let mut late = house.browser();
    late.post("/klasse/med", &[("code", &teacher.code())]).await;
    assert!(late.says("Der er ikke plads til flere"), "{}", late.body);
}
