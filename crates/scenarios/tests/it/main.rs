//! What a teacher may get wrong, and what they are told.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use jiff::tz::TimeZone;
use memo::{Message, read as read_memo};
use scenarios::{Finding, Known, Scenario, check, letter, read};

/// A scenario with nothing wrong in it.
const RIGHT: &str = include_str!("right.yaml");

const POWERS: [&str; 2] = ["post.read", "vat.act"];

fn nothing_beside(_: &str) -> Option<Vec<u8>> {
    None
}

fn known<'k>() -> Known<'k> {
    Known { powers: &POWERS, forms: &["folkepension", "moms"], beside: &nothing_beside }
}

fn parsed(text: &str) -> Scenario {
    read("brevet.yaml", text).unwrap()
}

fn findings(text: &str) -> Vec<Finding> {
    check(&[("brevet.yaml".to_owned(), parsed(text))], known())
}

/// The findings when one line is changed, as they are shown.
fn when(from: &str, to: &str) -> Vec<String> {
    assert!(RIGHT.contains(from), "there is no {from:?} in the scenario");
    findings(&RIGHT.replace(from, to)).iter().map(ToString::to_string).collect()
}

fn line_of(text: &str) -> usize {
    RIGHT.lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn a_scenario_with_nothing_wrong_has_no_findings() {
    assert_eq!(findings(RIGHT), []);
    assert_eq!(parsed(RIGHT).slug, "brevet");
}

#[test]
fn whoever_and_whatever_is_missing_is_named_with_file_and_line() {
    let found = when("opened: { letter: tid }", "opened: { letter: brevet }");
    let line = line_of("opened: { letter: tid }");
    assert_eq!(found, [format!("brevet.yaml:{line}: tasks[0].goal[0]: there is no letter brevet")]);
    let found = when("as: ida", "as: iben");
    assert!(found[0].ends_with("tasks[0].as: there is no person iben"), "{found:?}");
    let found = when("folder: Sundhed", "folder: Sundt");
    assert!(found.iter().any(|one| one.contains("nobody makes a folder Sundt")), "{found:?}");
    let found = when("from: sygehus", "from: sygehuset");
    assert!(found[0].contains("letters.tid.from: there is no organisation sygehuset"), "{found:?}");
    let found = when("power: post.read", "power: post.readd");
    assert!(found[0].contains("there is no power post.readd"), "{found:?}");
}

#[test]
fn an_unknown_goal_or_field_stops_the_reading_at_its_line() {
    let unknown = RIGHT.replace("opened: { letter: tid }", "oepned: { letter: tid }");
    let error = read("brevet.yaml", &unknown).unwrap_err().0;
    assert_eq!(error.line, u64::try_from(line_of("opened: { letter: tid }")).unwrap(), "{error}");
    assert!(error.what.contains("oepned"), "{error}");
    let error = read("brevet.yaml", &RIGHT.replace("minutes: 5", "minuttes: 5")).unwrap_err().0;
    assert!(error.what.contains("minuttes"), "{error}");
    for broken in ["", "number: [", "number: 300", "- a\n- b", "\u{0}", &"[".repeat(5000)] {
        assert!(read("brevet.yaml", broken).is_err(), "{broken:.20}");
    }
}

#[test]
fn a_text_that_lacks_a_language_or_has_a_strange_one_is_found() {
    let found = when("      tr: Mektubu açın.\n", "");
    assert!(found.iter().any(|one| one.contains("tasks[0].text: there is no text in tr")), "{found:?}");
    let found = when("      tr: Mektubu açın.", "      tk: Mektubu açın.");
    assert!(found.iter().any(|one| one.contains("there is no language tk")), "{found:?}");
}

#[test]
fn numbers_of_people_who_may_live_are_refused() {
    let found = when("cpr: 620344-2991", "cpr: 020344-2991");
    assert!(found[0].contains("people.ida.cpr: somebody real may have this number"), "{found:?}");
    let found = when("cpr: 620344-2991", "cpr: 630344-2991");
    assert!(found[0].contains("the number says 1944-03-03, not 1944-03-02"), "{found:?}");
    let found = when("cpr: 620344-2991", "cpr: 99");
    assert!(found[0].contains("this is no CPR number"), "{found:?}");
    let found = when("cvr: \"90000012\"", "cvr: \"13748136\"");
    assert!(found[0].contains("those for tests begin with 9"), "{found:?}");
    let found = when("Kom ti minutter før.", "Ring til 010101-1234.");
    assert!(found[0].contains("nobody's in the story"), "{found:?}");
}

#[test]
fn addresses_that_may_be_somebodys_are_refused() {
    for address in ["https://borger.dk/post", "skriv@sygehus.dk", "www.example.dk.evil.dk"] {
        let found = when("Kom ti minutter før.", &format!("Se {address} nu."));
        assert!(found.iter().any(|one| one.contains("may be somebody's")), "{address}: {found:?}");
    }
    assert_eq!(when("Kom ti minutter før.", "Se https://tid.example.dk/x nu."), Vec::<String>::new());
}

#[test]
fn days_that_never_come_are_found() {
    let found = when("days_ago: 1", "in_days: 4");
    assert!(found.iter().any(|one| one.contains("nobody will see it")), "{found:?}");
    let found = when("{day+9}", "{dag+9}");
    assert!(found.iter().any(|one| one.contains("is no day")), "{found:?}");
    let found = when("at: \"10:15\"", "at: \"25:15\"");
    assert!(found.iter().any(|one| one.contains("is no time of day")), "{found:?}");
}

#[test]
fn heavy_danish_and_delicate_words_are_found() {
    let heavy = "Undersøgelsesindkaldelsen forudsætter efterfølgende bekræftelse, hvorfor fremmødepligtige \
                 patienter uopholdeligt anmodes om telefonhenvendelse vedrørende transportmuligheder.";
    let found = when("Kom ti minutter før.", &format!("{heavy} {heavy}"));
    assert!(found.iter().any(|one| one.contains("LIX") && one.contains("letters.tid.text")), "{found:?}");
    let found = when("Kom ti minutter før.", "Din samtale hos psykiateren er aflyst.");
    assert!(found.iter().any(|one| one.contains("too delicate for a class")), "{found:?}");
    let allowed = RIGHT.replace("Kom ti minutter før.", "Din samtale hos psykiateren er aflyst.");
    let allowed = allowed.replace("review: needed", "review: needed\nmay_mention: [psykiater]");
    assert_eq!(findings(&allowed), []);
}

#[test]
fn two_scenarios_may_not_share_a_number_or_a_person() {
    let files = [("a.yaml".to_owned(), parsed(RIGHT)), ("b.yaml".to_owned(), parsed(RIGHT))];
    let found: Vec<String> = check(&files, known()).iter().map(ToString::to_string).collect();
    assert!(found.iter().all(|one| one.starts_with("b.yaml")), "{found:?}");
    for what in ["a.yaml has number 99", "a.yaml has somebody called ida", "a.yaml has this CPR number"] {
        assert!(found.iter().any(|one| one.contains(what)), "{what}: {found:?}");
    }
}

#[test]
fn a_task_needs_a_goal_or_choices_one_right_choice_and_a_way() {
    let found = when("right: true", "right: false");
    assert!(found.iter().any(|one| one.contains("one of them is right")), "{found:?}");
    let found = when("    solution:\n      - open: { letter: tid }\n", "");
    assert!(found.iter().any(|one| one.contains("nothing says how the goal is reached")), "{found:?}");
}

#[test]
fn a_letter_is_real_memo_with_the_days_of_its_story() {
    let scenario = parsed(RIGHT);
    let now = "2026-03-02T08:00:00Z".parse().unwrap();
    let zone = TimeZone::get("Europe/Copenhagen").unwrap();
    let written = letter(&scenario, "tid", now, &zone, None).unwrap();
    let message: Message = read_memo(written.memo.as_slice()).unwrap().message;
    assert_eq!(message.header.label, "Din tid");
    assert_eq!(message.header.recipient.recipient_id, "6203442991");
    assert_eq!(written.came.unwrap().to_string(), "2026-03-01T07:00:00Z");
    let page = String::from_utf8(message.body.unwrap().main_document.files[0].content.clone()).unwrap();
    assert!(page.contains("<p>Du har en tid den 11. marts 2026.</p>"), "{page}");
    // A second writing is the same letter.
    assert_eq!(letter(&scenario, "tid", now, &zone, None).unwrap(), written);
}

#[test]
fn a_letter_can_be_a_memo_file_beside_the_scenario() {
    let now = "2026-03-02T08:00:00Z".parse().unwrap();
    let with_file = RIGHT.replace("    days_ago: 1\n", "    days_ago: 1\n    memo: tid.xml\n");
    let scenario = parsed(&with_file);
    let own = letter(&parsed(RIGHT), "tid", now, &TimeZone::UTC, None).unwrap().memo;
    let written = letter(&scenario, "tid", now, &TimeZone::UTC, Some(&own)).unwrap();
    let message: Message = read_memo(written.memo.as_slice()).unwrap().message;
    assert_eq!(message.header.label, "Din tid");
    assert!(letter(&scenario, "tid", now, &TimeZone::UTC, Some(b"<x/>")).is_err());
    let found = check(&[("brevet.yaml".to_owned(), scenario)], known());
    assert!(found.iter().any(|one| one.what.contains("no such file beside")), "{found:?}");
}

#[test]
fn a_question_afterwards_needs_one_right_choice_and_every_language() {
    let text = "{ da: Ja, en: \"Yes\", ar: نعم, tr: Evet, ur: ہاں }";
    let choice = |right: &str| format!("      - {{ text: {text}, because: {text}{right} }}\n");
    let quiz = |first: &str, second: &str| {
        let (first, second) = (choice(first), choice(second));
        format!("{RIGHT}quiz:\n  - text: {text}\n    choices:\n{first}{second}")
    };
    assert_eq!(findings(&quiz(", right: true", "")), []);
    assert_eq!(parsed(&quiz(", right: true", "")).quiz.len(), 1);
    for (first, second) in [("", ""), (", right: true", ", right: true")] {
        let found = findings(&quiz(first, second));
        assert_eq!(found[0].field, "quiz[0].choices", "{found:?}");
    }
    let without = quiz(", right: true", "").replace("quiz:\n  - text: { da: Ja, ", "quiz:\n  - text: { ");
    let found = findings(&without);
    assert!(found.iter().any(|one| one.field == "quiz[0].text" && one.what.contains("in da")), "{found:?}");
}

#[test]
fn what_somebody_lacks_of_mitid_is_said_in_known_words() {
    let with = |mitid: &str| RIGHT.replace("cpr: 620344-2991", &format!("cpr: 620344-2991, mitid: {mitid}"));
    let ida = &parsed(&with("{ app: inactive, document: expired, user_name: forgotten }")).people["ida"];
    assert!(ida.mitid.has_forgotten() && ida.mitid.app == scenarios::App::Inactive);
    assert_eq!(ida.mitid.document, scenarios::Document::Expired);
    assert_eq!(parsed(RIGHT).people["ida"].mitid, scenarios::MitId::default());
    for wrong in ["{ app: gone }", "{ phone: new }", "inactive"] {
        let error = read("brevet.yaml", &with(wrong)).unwrap_err().0;
        assert_eq!(error.line, u64::try_from(line_of("cpr: 620344-2991")).unwrap(), "{wrong}: {error}");
    }
}

#[test]
fn more_wrong_codes_than_lock_cannot_be_typed() {
    let typed = |times: u8| {
        RIGHT.replace("- open: { letter: tid }", &format!("- wrong_code: {{ who: ida, times: {times} }}"))
    };
    assert_eq!(findings(&typed(3)), []);
    for times in [0, 4] {
        let found = findings(&typed(times));
        assert!(found.iter().any(|one| one.what.contains("then it locks")), "{times}: {found:?}");
    }
}

#[test]
fn a_form_that_there_is_not_is_found() {
    let does = |what: &str| RIGHT.replace("- open: { letter: tid }", what);
    assert_eq!(findings(&does("- apply: { form: folkepension, by: ida }")), []);
    let found = findings(&does("- begin_form: { form: driver_licence, by: ida }"));
    assert!(found.iter().any(|one| one.what.contains("no form driver_licence")), "{found:?}");
    let goal = |what: &str| RIGHT.replace("- opened: { letter: tid }", what);
    let found = findings(&goal("- reported: { form: moms, for: nowhere }"));
    assert!(found.iter().any(|one| one.what.contains("no organisation nowhere")), "{found:?}");
}
