//! The class at a glance: the code, who is where and who is stuck, and what the teacher can do.

use askama::Template;
use axum::response::Response;
use page::{Query, Shell, html};
use practice::scenarios::library;
use serde::Deserialize;

use super::rows::{Made, Rows};
use crate::picture::THINGS;
use crate::visits::TeacherVisit;

/// Pages that a teacher can send everybody to, beside exercises.
pub(super) const PAGES: [(&str, &str); 6] = [
    (practice::exercises::PATH, "class-send-exercises"),
    ("/post", "class-send-post"),
    ("/fuldmagt", "class-send-mandates"),
    ("/min-side", "class-send-my-page"),
    ("/oevelse/telefon", "class-send-telephone"),
    ("/log-ind", "class-send-sign-in"),
];

#[derive(Template)]
#[template(path = "teacher/overview.html")]
struct OverviewPage {
    shell: Shell,
    base: String,
    code: String,
    address: String,
    is_running: bool,
    is_paused: bool,
    learners: String,
    chosen: Vec<String>,
    quiz: bool,
    /// Where everybody can be sent: the chosen exercises first, then pages, then all others.
    places: Vec<(String, String)>,
    clock_moves: u64,
    rows: Rows,
    /// Whom the teacher is about to begin anew for: a number, and what they are called; 0 is everybody.
    anew: Option<(u16, String)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    forfra: Option<u16>,
}

/// `GET /klasse/{id}`
pub(crate) async fn page(teacher: TeacherVisit, Query(asked): Query<Asked>) -> Response {
    teacher.touch();
    let shell = teacher.shell("class-overview-title");
    let words = shell.words();
    // A row that comes later may show a picture that nobody has yet.
    for thing in THINGS {
        let _ = shell.icon(thing);
    }
    let base = teacher.at("");
    let record = teacher.class.read().clone();
    let (sandboxes, now) = (&*teacher.classes.sandboxes, teacher.classes.house().now());
    let title = |slug: &String| {
        library().get(slug).map(|one| one.title.read_in(words.language()).0.to_owned()).unwrap_or_default()
    };
    let exercise = |slug: String, title: String| (format!("{}/{slug}", practice::exercises::PATH), title);
    let mut places: Vec<_> = record.chosen.iter().map(|slug| exercise(slug.clone(), title(slug))).collect();
    places.extend(PAGES.iter().map(|(path, key)| ((*path).to_owned(), words.t(key))));
    let others = super::choose::options(words.language()).into_iter();
    places.extend(
        others.filter(|(slug, _)| !record.chosen.contains(slug)).map(|(slug, title)| exercise(slug, title)),
    );
    let named = |number: u16| match number {
        0 => Some(words.t("class-anew-all")),
        _ => record.seat(number).map(|seat| seat.picture.name(words)),
    };
    html(&OverviewPage {
        code: record.code.spaced(),
        address: teacher.visit.site.public_url.clone(),
        is_running: record.is_running(),
        is_paused: record.is_paused,
        learners: words.t1("class-learners", "n", i64::try_from(record.seats.len()).unwrap_or(i64::MAX)),
        chosen: record.chosen.iter().map(title).collect(),
        quiz: record.quiz,
        places,
        clock_moves: record.clock_moves,
        rows: Made { words, sandboxes, now, base: &base }.rows(&record),
        anew: asked.forfra.and_then(|number| Some((number, named(number)?))),
        base,
        shell,
    })
}
