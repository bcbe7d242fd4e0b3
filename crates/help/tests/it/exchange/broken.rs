//! Files as people really send them: each fault is told with row and field, and nothing is taken in.

use help::exchange::{TakeError, find_rows};
use hsds::{Problem, Reading, Report, read_tables, write_tables};

use super::world::World;

/// The exported tables with one file changed.
async fn files_with(world: &World, name: &str, change: impl Fn(String) -> Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut files = write_tables(&world.export().await);
    let file = files.iter_mut().find(|file| file.0 == name).unwrap();
    file.1 = change(String::from_utf8(file.1.clone()).unwrap());
    files
}

/// Reads and imports as the command does.
async fn import(world: &World, files: &[(String, Vec<u8>)]) -> Result<(), Report> {
    let Reading { directory, .. } = read_tables(files)?;
    match world.import(&directory).await {
        Ok(_) => Ok(()),
        Err(TakeError::Refused(mut report)) => {
            find_rows(&mut report, files);
            Err(report)
        }
        Err(TakeError::Db(error)) => panic!("{error}"),
    }
}

/// The one error of a changed file, after making sure that it changed nothing.
async fn error(name: &str, change: impl Fn(String) -> Vec<u8>) -> Problem {
    let world = World::with_library().await;
    let before = world.digest().await;
    let files = files_with(&world, name, change).await;
    let report = import(&world, &files).await.unwrap_err();
    assert_eq!(world.digest().await, before);
    assert_eq!(report.errors.total(), 1, "{report}");
    report.errors.list.into_iter().next().unwrap()
}

fn told(problem: &Problem) -> (&str, Option<usize>, &str) {
    (&problem.file, problem.row, problem.field.as_deref().unwrap_or_default())
}

/// Replaces text that must be there.
fn swap(text: &str, from: &str, to: &str) -> Vec<u8> {
    assert!(text.contains(from), "{from} is not in {text}");
    text.replacen(from, to, 1).into_bytes()
}

#[tokio::test]
async fn semicolons_between_the_columns_are_named() {
    let problem = error("locations.csv", |text| text.replace(',', ";").into_bytes()).await;
    assert_eq!(problem.file, "locations.csv");
    assert!(problem.message.contains("semicolons"), "{problem}");
}

#[tokio::test]
async fn letters_in_latin_1_are_named_with_their_row() {
    let latin = |text: String| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let problem = error("services.csv", latin).await;
    assert_eq!(problem.row, Some(1));
    assert!(problem.message.contains("Latin-1"), "{problem}");
}

#[tokio::test]
async fn a_byte_order_mark_does_no_harm() {
    let world = World::with_library().await;
    let before = world.digest().await;
    let marked = |text: String| format!("\u{feff}{text}").into_bytes();
    import(&world, &files_with(&world, "services.csv", marked).await).await.unwrap();
    assert_eq!(world.digest().await, before);
}

#[tokio::test]
async fn a_column_that_is_missing_is_named() {
    let problem = error("phones.csv", |text| swap(&text, "number", "nummer")).await;
    assert_eq!(told(&problem), ("phones.csv", None, "number"));
}

#[tokio::test]
async fn an_id_that_is_there_twice_is_named_with_its_second_row() {
    let twice = |text: String| {
        let row = text.lines().nth(1).unwrap();
        format!("{text}{row}\r\n").into_bytes()
    };
    let problem = error("languages.csv", twice).await;
    assert_eq!(told(&problem), ("languages.csv", Some(3), "id"));
}

#[tokio::test]
async fn a_reference_that_leads_nowhere_is_named() {
    let astray = |text: String| swap(&text, "000000000002", "00000000ffff");
    let problem = error("phones.csv", astray).await;
    assert_eq!(told(&problem), ("phones.csv", Some(1), "location_id"));
}

#[tokio::test]
async fn a_postcode_that_is_not_in_the_register_is_named() {
    let problem = error("addresses.csv", |text| swap(&text, ",7100,", ",7101,")).await;
    assert_eq!(told(&problem), ("addresses.csv", Some(1), "postal_code"));
    assert!(problem.message.contains("7101"), "{problem}");
}

#[tokio::test]
async fn a_municipality_that_does_not_exist_is_named() {
    let problem = error("addresses.csv", |text| swap(&text, ",Vejle,7100", ",Vajle,7100")).await;
    assert_eq!(told(&problem), ("addresses.csv", Some(1), "state_province"));
    let problem = error("attributes.csv", |text| swap(&text, "0630", "0631")).await;
    assert_eq!(told(&problem), ("attributes.csv", Some(2), "value"));
}

#[tokio::test]
async fn an_address_abroad_is_named() {
    let problem = error("addresses.csv", |text| swap(&text, ",DK,", ",SE,")).await;
    assert_eq!(told(&problem), ("addresses.csv", Some(1), "country"));
}

#[tokio::test]
async fn a_topic_that_omtanke_does_not_have_is_named() {
    let problem = error("taxonomy_terms.csv", |text| swap(&text, ",mitid,", ",nemid,")).await;
    assert_eq!(told(&problem), ("taxonomy_terms.csv", Some(1), "code"));
}

#[tokio::test]
async fn hours_that_omtanke_cannot_keep_are_named() {
    let yearly = error("schedules.csv", |text| swap(&text, "WEEKLY", "YEARLY")).await;
    assert_eq!(told(&yearly), ("schedules.csv", Some(1), "freq"));
    let utc = error("schedules.csv", |text| swap(&text, "10:00+01:00", "10:00Z")).await;
    assert_eq!(told(&utc), ("schedules.csv", Some(1), "opens_at"));
    let never = error("schedules.csv", |text| swap(&text, "\"1WE,-1FR\"", "\"9WE,-1FR\"")).await;
    assert_eq!(told(&never), ("schedules.csv", Some(3), "byday"));
    let no_times = error("schedules.csv", |text| swap(&text, ",16:30+01:00", ",")).await;
    assert_eq!(told(&no_times), ("schedules.csv", Some(1), "closes_at"));
}

#[tokio::test]
async fn a_cvr_number_with_a_slip_is_named() {
    let problem = error("organization_identifiers.csv", |text| swap(&text, "13748136", "13748137")).await;
    assert_eq!(told(&problem), ("organization_identifiers.csv", Some(1), "identifier"));
}

#[tokio::test]
async fn rows_are_counted_as_a_spreadsheet_shows_them() {
    let spaced = |text: String| {
        let text = String::from_utf8(swap(&text, ",7100,", ",7101,")).unwrap();
        text.replacen("\r\n", "\r\n\r\n,,,,,,,,,,\r\n\r\n", 1).into_bytes()
    };
    let problem = error("addresses.csv", spaced).await;
    assert_eq!(told(&problem), ("addresses.csv", Some(4), "postal_code"));
    assert_eq!(problem.spreadsheet_row(), Some(5));
}

#[tokio::test]
async fn every_fault_is_told_at_once() {
    let world = World::with_library().await;
    let change = |text: String| {
        let text = String::from_utf8(swap(&text, ",7100,", ",7101,")).unwrap();
        swap(&text, ",Vejle,7101", ",Vajle,7101")
    };
    let report = import(&world, &files_with(&world, "addresses.csv", change).await).await.unwrap_err();
    assert_eq!(report.errors.total(), 2, "{report}");
}
