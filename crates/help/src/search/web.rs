//! The search page and the sheet of its results.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use jiff::civil::DateTime;
use page::{FieldErrors, May, Problem, Query, Shell, Visit};
use words::Words;

use super::{Answer, Ask, Hit, Parsed, Understood, When, search};
use crate::directory::{self, Directory};
use crate::model::{Kind, SPOKEN, Topic};
use crate::shown::{self, Card};

/// How many places a page shows.
const PER_PAGE: usize = 12;
/// How many places a printed sheet has: what fits on two sides.
const PER_SHEET: usize = 6;

pub(crate) fn routes() -> page::Routes {
    page::Routes::new().get("/find-hjaelp", May::Anyone, get(show)).get(
        "/find-hjaelp/ark",
        May::Anyone,
        get(sheet),
    )
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage {
    shell: Shell,
    form: FormView,
    results: Option<Results>,
    lines: Vec<Card>,
}

/// The search form with what was typed.
struct FormView {
    ask: Ask,
    errors: FieldErrors,
    moment_error: Option<String>,
    has_wishes: bool,
    selects: Vec<SelectView>,
}

struct SelectView {
    name: &'static str,
    label: String,
    any: String,
    options: Vec<OptionView>,
}

struct OptionView {
    code: &'static str,
    text: String,
    chosen: bool,
}

struct Results {
    heading: String,
    corrected: Option<String>,
    others: Vec<OtherPlace>,
    dropped: Option<String>,
    count: String,
    sheet: String,
    cards: Vec<Card>,
    previous: Option<String>,
    next: Option<String>,
}

struct OtherPlace {
    name: String,
    href: String,
}

async fn show(visit: Visit, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let mut response = page::html(&page_of(&visit, ask, &directory));
    if visit.visitor.is_none() {
        response.extensions_mut().insert(directory::may_be_kept(&directory));
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"));
    }
    Ok(response)
}

fn page_of(visit: &Visit, ask: Ask, directory: &Directory) -> SearchPage {
    let words = visit.words;
    let parsed = ask.parse(words);
    let at = local(visit, &parsed);
    let answer = search(directory, &parsed.place, &parsed.wishes, shown::local_moment(at));
    let mut errors = parsed.errors.clone();
    if let Understood::Unknown(_) = answer.understood {
        errors.add("near", words.t1("near-unknown", "near", ask.near.trim()));
    }
    let title = match answer.understood.name() {
        Some(name) => words.t1("search-title-near", "place", name),
        None => words.t("search-title"),
    };
    let shell = visit.shell(title).crumb(words.t("front-page"), "/").with_errors(!errors.is_empty());
    let results = results(&shell, &ask, &parsed, &answer, directory, at);
    let lines = cards(words, directory, &answer.lines, at);
    let form = FormView::new(words, ask, errors);
    SearchPage { shell, form, results, lines }
}

fn local(visit: &Visit, parsed: &Parsed) -> DateTime {
    match parsed.when {
        When::At(local) => local,
        When::Any | When::Now => visit.realm.now().to_zoned(visit.realm.zone().clone()).datetime(),
    }
}

fn cards(words: &Words, directory: &Directory, hits: &[Hit<'_>], at: DateTime) -> Vec<Card> {
    hits.iter().map(|hit| Card::of(words, directory, hit, at)).collect()
}

fn results(
    shell: &Shell,
    ask: &Ask,
    parsed: &Parsed,
    answer: &Answer<'_>,
    directory: &Directory,
    at: DateTime,
) -> Option<Results> {
    let words = shell.words();
    let (heading, corrected, others) = match &answer.understood {
        Understood::Nowhere => return None,
        Understood::Unknown(nearest) => (words.t("no-such-place"), None, nearest.as_slice()),
        Understood::Position(..) => (words.t("results-title"), None, &[][..]),
        Understood::Place { place, corrected, others } => (
            words.t("results-title"),
            corrected.then(|| words.t2("corrected", "typed", ask.near.trim(), "place", place.name.as_str())),
            others.as_slice(),
        ),
    };
    let total = answer.found.hits.len();
    let page = parsed.page.min(total.div_ceil(PER_PAGE).max(1)).min(super::SHOWN_AT_MOST / PER_PAGE);
    let first = (page - 1) * PER_PAGE;
    let on_page = &answer.found.hits[first.min(total)..(first + PER_PAGE).min(total)];
    let last_page = total.min(super::SHOWN_AT_MOST).div_ceil(PER_PAGE).max(1);
    Some(Results {
        heading,
        corrected,
        others: others
            .iter()
            .take(5)
            .map(|place| OtherPlace {
                name: place.name.clone(),
                href: shell.this_page_with("near", &place.name),
            })
            .collect(),
        dropped: dropped(words, answer),
        count: words.t2("results-count", "count", total, "shown", on_page.len()),
        sheet: shell.this_page_with("near", &ask.near).replacen("/find-hjaelp?", "/find-hjaelp/ark?", 1),
        cards: cards(words, directory, on_page, at),
        previous: (page > 1).then(|| shell.this_page_with("page", &(page - 1).to_string())),
        next: (page < last_page).then(|| shell.this_page_with("page", &(page + 1).to_string())),
    })
}

fn dropped(words: &Words, answer: &Answer<'_>) -> Option<String> {
    if answer.found.dropped.is_empty() {
        return None;
    }
    let wishes: Vec<String> = answer.found.dropped.iter().map(|wish| words.t(wish.key())).collect();
    Some(words.t1("dropped-wishes", "wishes", words.list(&wishes)))
}

impl FormView {
    fn new(words: &Words, ask: Ask, errors: FieldErrors) -> Self {
        let moment_error = ["open_at", "open_date", "open_time"]
            .into_iter()
            .find_map(|field| errors.of(field))
            .map(str::to_owned);
        let has_wishes = [&ask.topic, &ask.kind, &ask.language, &ask.step_free, &ask.open_at, &ask.open_date]
            .into_iter()
            .any(|wish| !wish.is_empty());
        let select = |name, chosen: &str, codes: Vec<&'static str>, prefix: &str| SelectView {
            name,
            label: words.t(&format!("{name}-label")),
            any: words.t(&format!("{name}-any")),
            options: codes
                .into_iter()
                .map(|code| OptionView {
                    code,
                    text: words.t(&format!("{prefix}-{code}")),
                    chosen: code == chosen,
                })
                .collect(),
        };
        let selects = vec![
            select("topic", &ask.topic, Topic::ALL.iter().map(|topic| topic.code()).collect(), "topic"),
            select("kind", &ask.kind, Kind::ALL.iter().map(|kind| kind.code()).collect(), "kind"),
            select("language", &ask.language, SPOKEN.to_vec(), "spoken"),
        ];
        Self { has_wishes: has_wishes || moment_error.is_some(), ask, errors, moment_error, selects }
    }
}

#[derive(Template)]
#[template(path = "search/sheet.html")]
struct Sheet {
    shell: Shell,
    as_of: String,
    cards: Vec<SheetCard>,
    lines: Vec<Card>,
}

struct SheetCard {
    name: String,
    example: bool,
    kind_label: String,
    distance: Option<String>,
    address: Option<String>,
    address_example: bool,
    phone: Option<shown::Number>,
    pattern: Vec<String>,
    hours_example: bool,
}

async fn sheet(visit: Visit, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let words = visit.words;
    let parsed = ask.parse(words);
    let at = local(&visit, &parsed);
    let answer = search(&directory, &parsed.place, &parsed.wishes, shown::local_moment(at));
    let title = match answer.understood.name() {
        Some(name) => words.t1("search-title-near", "place", name),
        None => words.t("lines-title"),
    };
    let hits = &answer.found.hits[..answer.found.hits.len().min(PER_SHEET)];
    let sheet_cards = cards(words, &directory, hits, at)
        .into_iter()
        .zip(hits)
        .map(|(card, hit)| SheetCard {
            name: card.name,
            example: card.example,
            kind_label: card.kind_label,
            distance: card.distance,
            address: card.address,
            address_example: card.address_example,
            phone: card.phone,
            pattern: shown::pattern(words, &hit.entry.hours, at.date()),
            hours_example: card.hours_example,
        })
        .collect();
    let shell = visit.shell(title);
    let back = shell.this_page_with("near", &ask.near).replacen("/find-hjaelp/ark?", "/find-hjaelp?", 1);
    let mut shell = shell;
    shell.back = Some(back);
    Ok(page::html(&Sheet {
        as_of: words.t1("sheet-as-of", "date", words.date(at.date())),
        cards: sheet_cards,
        lines: cards(words, &directory, &answer.lines, at),
        shell,
    }))
}
