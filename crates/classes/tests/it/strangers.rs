//! Whoever is not the teacher of a class finds nothing of it.

use http::StatusCode;

use crate::world::House;

const PAGES: [&str; 9] =
    ["", "/stroem", "/tavle", "/sedler", "/oevelser", "/kode", "/slut", "/resultat", "/resultat.csv"];
const DEEDS: [(&str, &[(&str, &str)]); 7] = [
    ("/pause", &[("pause", "1")]),
    ("/send", &[("to", "/min-side")]),
    ("/tid", &[("days", "3"), ("moves", "0")]),
    ("/forfra", &[("seat", "0")]),
    ("/oevelser", &[("chosen", "barnebarn")]),
    ("/kode", &[]),
    ("/slut", &[]),
];

#[tokio::test]
async fn a_class_is_there_for_its_teacher_alone() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let (class, code) = (teacher.base(), teacher.code());
    let learner = house.learner(&teacher).await;
    let strangers =
        [("nobody", house.browser()), ("a learner", learner), ("another teacher", house.teacher().await)];
    for (who, mut stranger) in strangers {
        for page in PAGES {
            stranger.get(&format!("{class}{page}")).await;
            assert_eq!(stranger.status, StatusCode::NOT_FOUND, "{page} for {who}");
            assert!(!stranger.says(&code), "{page} for {who}");
        }
        for (path, fields) in DEEDS {
            stranger.post(&format!("{class}{path}"), fields).await;
            assert_eq!(stranger.status, StatusCode::NOT_FOUND, "{path} by {who}");
        }
    }
    teacher.get(&class).await;
    assert!(teacher.code() == code && !teacher.says("Klassen holder pause"), "nothing was done");
    for page in PAGES.into_iter().filter(|page| *page != "/stroem") {
        teacher.get(&format!("{class}{page}")).await;
        assert_eq!(teacher.status, StatusCode::OK, "{page}");
    }
}

#[tokio::test]
async fn the_cookie_of_one_class_opens_no_other_whatever_it_is_called() {
    let house = House::open().await;
    let (one, other) = (house.teacher().await, house.teacher().await);
    let (id, other_id) = (one.base(), other.base());
    let mut forged = one.renamed(&id["/klasse/".len()..], &other_id["/klasse/".len()..]);
    forged.get(&other_id).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    let mut own = one.clone();
    own.get(&id).await;
    assert_eq!(own.status, StatusCode::OK);
}

#[tokio::test]
async fn a_teacher_comes_back_from_another_computer_by_a_code_that_is_shown_once() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let class = teacher.base();
    teacher.get(&format!("{class}/kode")).await;
    assert!(!teacher.says("Skriv koden ned nu"));
    teacher.post(&format!("{class}/kode"), &[]).await;
    let way_back = teacher.body.split("<strong><bdi dir=\"ltr\">").nth(1).unwrap()[..14].to_owned();
    teacher.get(&class).await;
    assert!(!teacher.says(&way_back), "the overview may stand on a projector");
    let mut elsewhere = house.browser();
    elsewhere.post("/klasse/tilbage", &[("code", "AAAA-BBBB-CCCC")]).await;
    assert_eq!(elsewhere.status, StatusCode::UNPROCESSABLE_ENTITY);
    elsewhere.post("/klasse/tilbage", &[("code", &way_back.to_lowercase())]).await;
    assert_eq!((elsewhere.status, elsewhere.here.as_str()), (StatusCode::OK, class.as_str()));
    teacher.get(&class).await;
    assert_eq!(teacher.status, StatusCode::OK, "the first computer goes on too");
    assert!(house.files().iter().all(|file| !file.contains(&way_back)), "only hashes are kept");
}

#[tokio::test]
async fn nothing_of_classes_is_found_within_a_sandbox_or_of_one_outside_it() {
    let house = House::open().await;
    let teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    let base = learner.base();
    for path in ["/klasse", "/klasse/med", "/klasse/tilbage", &teacher.base()] {
        learner.get(&format!("{base}{path}")).await;
        assert_eq!(learner.status, StatusCode::NOT_FOUND, "{path}");
    }
    let mut alone = house.browser();
    alone.post("/oev", &[]).await;
    assert_eq!(alone.ask().await.0, StatusCode::NOT_FOUND, "a sandbox without a class");
    let mut outside = house.browser();
    outside.get("/oevelse/klasse").await;
    assert_eq!(outside.status, StatusCode::NOT_FOUND);
}
