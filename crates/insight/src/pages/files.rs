//! What came with a version: the file, the codebook, rows that are wrong and were left out, and what can be asked.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use page::{Problem, Shell, Visit, html};

use super::view::Wrong;
use super::{PATH, broken, language, permit, say, survey_path, version_at, version_path};
use crate::kept;
use crate::made::tables::thousands;

struct Variable {
    name: String,
    question: String,
    labels: String,
}

#[derive(Template)]
#[template(path = "insight/file.html")]
struct FilePage {
    shell: Shell,
    file: String,
    codebook_name: String,
    codebook: String,
    rows: String,
    wrong_count: i64,
    wrong: Vec<Wrong>,
    notes: Vec<String>,
    variables: Vec<Variable>,
    ask: String,
}

pub(super) async fn file(
    visit: Visit,
    Path((survey, version)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let (survey, import) = version_at(&tx, &permit, &survey, &version).await?;
    let (words, language) = (visit.staff_words(), language(&visit));
    let wrong = kept::wrong_rows(&tx, &permit, &visit.realm, &import).await.map_err(broken)?;
    let offered = import.offers().map_err(broken)?;
    let variables = offered.variables.iter().map(|variable| Variable {
        name: variable.name.clone(),
        question: if variable.is_question { say(&variable.words, language) } else { String::new() },
        labels: match variable.labels.len() {
            0..=12 => {
                variable.labels.iter().map(|(_, words)| say(words, language)).collect::<Vec<_>>().join(", ")
            }
            many => words.t1("insight-many-labels", "count", many),
        },
    });
    let title = words.t1("insight-version", "number", import.version);
    let shell = visit
        .staff_shell(title)
        .crumb(words.t("insight-title"), PATH)
        .crumb(say(&survey.title(), language), &survey_path(&survey));
    Ok(html(&FilePage {
        shell,
        file: import.file_name.clone(),
        codebook_name: import.codebook_name.clone(),
        codebook: import.codebook.clone(),
        rows: thousands(usize::try_from(import.row_count).unwrap_or(0), language),
        wrong_count: import.wrong_count,
        wrong: wrong.iter().map(|row| Wrong::of(row, words)).collect(),
        notes: offered.notes.iter().map(|note| note.said(words)).collect(),
        variables: variables.collect(),
        ask: version_path(&survey, import.version),
    }))
}
