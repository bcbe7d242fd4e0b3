//! What the teacher sees: who is where and who is stuck, as it happens; and nothing that anybody types.

use axum::body::Body;
use http::{Response, StatusCode};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;

use crate::world::{Browser, EXERCISE, House};

/// What comes over the stream until it says something.
async fn until(stream: &mut Response<Body>, heard: &mut String, says: &str) {
    while !heard.contains(says) {
        let frame = stream.body_mut().frame().await.unwrap_or_else(|| panic!("the stream ended: {heard}"));
        heard.push_str(std::str::from_utf8(&frame.unwrap().into_data().unwrap()).unwrap());
    }
}

async fn begin(learner: &mut Browser) {
    let exercise = format!("{}/oevelser/{EXERCISE}", learner.base());
    learner.post(&exercise, &[]).await;
    assert_eq!(learner.status, StatusCode::OK, "{}", learner.body);
}

async fn hint(learner: &mut Browser) {
    let exercise = format!("{}/oevelser/{EXERCISE}/tip", learner.base());
    learner.post(&exercise, &[]).await;
}

#[tokio::test]
async fn the_overview_says_who_is_at_which_task_and_where() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    teacher.get(&teacher.base()).await;
    assert!(teacher.row(1).contains("Ikke begyndt"), "{}", teacher.row(1));
    begin(&mut learner).await;
    hint(&mut learner).await;
    learner.get(&format!("{}/min-side", learner.base())).await;
    teacher.get(&teacher.base()).await;
    let row = teacher.row(1);
    for said in ["Opgave 1 af", "1 af", "tip", "Min side", "Lige nu"] {
        assert!(row.contains(said), "{said}: {row}");
    }
    house.wait(SignedDuration::from_mins(4));
    teacher.get(&teacher.base()).await;
    assert!(teacher.row(1).contains("For 4 minutter siden"), "{}", teacher.row(1));
}

#[tokio::test]
async fn a_step_comes_over_the_stream_and_a_lost_connection_has_missed_nothing() {
    let house = House::open().await;
    let teacher = house.teacher().await;
    let mut stream = teacher.stream(&format!("{}/stroem", teacher.base())).await;
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    let mut heard = String::new();
    let mut learner = house.learner(&teacher).await;
    until(&mut stream, &mut heard, &learner.picture()).await;
    begin(&mut learner).await;
    // Where the list came late, it says so already; the row comes all the same.
    until(&mut stream, &mut heard, "event: learner\ndata: seat-1\n").await;
    assert!(heard.contains("Opgave 1 af"), "{heard}");
    drop(stream);
    hint(&mut learner).await;
    let mut again = teacher.stream(&format!("{}/stroem", teacher.base())).await;
    let mut heard = String::new();
    until(&mut again, &mut heard, "1 af").await;
    assert!(heard.starts_with("event: list\n"), "{heard}");
}

#[tokio::test]
async fn the_stream_ends_when_the_program_is_told_to_stop() {
    let house = House::open().await;
    let teacher = house.teacher().await;
    let mut stream = teacher.stream(&format!("{}/stroem", teacher.base())).await;
    stream.body_mut().frame().await.unwrap().unwrap();
    house.classes.hang_up();
    assert!(stream.body_mut().frame().await.is_none());
}

#[tokio::test]
async fn whoever_has_opened_every_hint_or_taken_long_is_marked() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let (mut quick, mut slow) = (house.learner(&teacher).await, house.learner(&teacher).await);
    for learner in [&mut quick, &mut slow] {
        begin(learner).await;
    }
    teacher.get(&teacher.base()).await;
    assert!(!teacher.says("Sidder fast"));
    for _ in 0..6 {
        hint(&mut quick).await;
    }
    for _ in 0..3 {
        house.wait(SignedDuration::from_mins(2));
        slow.get(&format!("{}/min-side", slow.base())).await;
    }
    teacher.get(&teacher.base()).await;
    assert!(teacher.row(1).contains("Sidder fast"), "{}", teacher.row(1));
    assert!(teacher.row(2).contains("Sidder fast"), "{}", teacher.row(2));
}

#[tokio::test]
async fn what_a_learner_types_is_nowhere_to_be_seen() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let mut learner = house.learner(&teacher).await;
    begin(&mut learner).await;
    let typed = "hemmeligord";
    learner.post(&format!("{}/oevelser/kode", learner.base()), &[("code", typed)]).await;
    assert!(learner.says(typed), "it is on the learner's own page");
    for page in ["", "/tavle", "/tavle?elev=1", "/resultat", "/resultat.csv"] {
        teacher.get(&format!("{}{page}", teacher.base())).await;
        assert_eq!(teacher.status, StatusCode::OK, "{page}");
        assert!(!teacher.says(typed) && !teacher.says("Aase Holm"), "{page}");
        assert!(!teacher.says(&learner.base()), "{page} shows the way into a sandbox");
    }
    house.classes.write_all().await;
    assert!(house.files().iter().all(|file| !file.contains(typed)));
}

#[tokio::test]
async fn the_board_shows_the_code_or_one_learners_step() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let code = teacher.code();
    let mut learner = house.learner(&teacher).await;
    begin(&mut learner).await;
    let base = teacher.base();
    teacher.get(&format!("{base}/tavle")).await;
    assert!(
        teacher.says(&code) && teacher.says("om-board-qr") && teacher.says("1 er med"),
        "{}",
        teacher.body
    );
    assert!(!teacher.says(&learner.picture()));
    teacher.get(&format!("{base}/tavle?elev=1")).await;
    assert!(teacher.says(&learner.picture()) && teacher.says("Opgave 1 af"), "{}", teacher.body);
    teacher.get(&format!("{base}/tavle?elev=2")).await;
    assert_eq!(teacher.status, StatusCode::NOT_FOUND);
    teacher.get(&format!("{base}/sedler?antal=3")).await;
    assert_eq!(teacher.body.matches("Mit billede:").count(), 3);
}

#[tokio::test]
async fn what_came_of_the_class_is_told_by_exercise_and_of_few_learners_little() {
    let house = House::open().await;
    let mut teacher = house.teacher().await;
    let base = teacher.base();
    for n in 1..=3 {
        let mut learner = house.learner(&teacher).await;
        begin(&mut learner).await;
        hint(&mut learner).await;
        let picture = learner.picture();
        teacher.get(&format!("{base}/resultat.csv")).await;
        assert_eq!(teacher.headers["content-type"], "text/csv; charset=utf-8");
        let line = teacher.body.lines().nth(1).unwrap().to_owned();
        assert!(line.starts_with(&format!("{EXERCISE},")), "{line}");
        let hints = if n < 3 { "" } else { "3" };
        assert!(line.ends_with(&format!(",{n},0,{hints},")), "{line}");
        assert!(!teacher.says(&picture));
        teacher.get(&base).await;
    }
}
