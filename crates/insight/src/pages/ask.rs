//! `/staff/surveys/{survey}/{version}`: choose a question, a group and years, and see what it comes to. The address is the
//! choice. `…/export/{format}`: the same numbers as a file.

use access::{Action as _, AnalyseSurveys};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use page::{FieldErrors, May, Problem, Query, Routes, Shell, Visit, html};

use super::view::View;
use super::{PATH, broken, language, permit, refusal, say, survey_path, version_at, version_path};
use crate::analyst::{Choice, Offered, Told};
use crate::kept::{self, KeptError};
use crate::made::{Format, Given};
use crate::{Language, Words};

pub(super) fn routes() -> Routes {
    Routes::new().get("/staff/surveys/{survey}/{version}", May::Do(AnalyseSurveys::NAME), get(ask)).get(
        "/staff/surveys/{survey}/{version}/export/{format}",
        May::Do(AnalyseSurveys::NAME),
        get(export),
    )
}

/// The fields of the form and what they offer.
pub(super) struct Fields {
    pub(super) questions: Vec<(String, String)>,
    pub(super) statistics: Vec<(String, String)>,
    pub(super) groups: Vec<(String, String)>,
    pub(super) years: Vec<(String, String)>,
    /// The years that a change can be told from, and to.
    pub(super) from: Vec<(String, String)>,
    pub(super) to: Vec<(String, String)>,
    pub(super) lonely: Vec<(String, String)>,
}

impl Fields {
    pub(super) fn of(words: &words::Words, offered: &Offered, language: Language) -> Self {
        let named = |variable: &crate::analyst::OfferedVariable| {
            (variable.name.clone(), say(&variable.words, language))
        };
        let with_none = |key: &str| vec![(String::new(), words.t(key))];
        let mut groups = with_none("insight-by-none");
        groups.extend(offered.groups().map(named));
        let mut questions = with_none("insight-of-none");
        questions.extend(offered.questions().map(named));
        let years: Vec<(String, String)> =
            offered.years.iter().map(|year| (year.clone(), year.clone())).collect();
        let or_year = |key: &str| [with_none(key), years.clone()].concat();
        let option = |code: &str, key: &str| (code.to_owned(), words.t(key));
        Self {
            questions,
            groups,
            from: or_year("insight-from-first"),
            to: or_year("insight-to-last"),
            years,
            statistics: vec![
                option("", "insight-statistic-fit"),
                option("share", "insight-statistic-share"),
                option("mean", "insight-statistic-mean"),
                option("median", "insight-statistic-median"),
                option("total", "insight-statistic-total"),
                option("count", "insight-statistic-count"),
            ],
            lonely: vec![
                option("", "insight-lonely-fail"),
                option("adjust", "insight-lonely-adjust"),
                option("average", "insight-lonely-average"),
                option("certainty", "insight-lonely-certainty"),
            ],
        }
    }
}

#[derive(Template)]
#[template(path = "insight/ask.html")]
struct AskPage {
    shell: Shell,
    errors: FieldErrors,
    fields: Fields,
    choice: Choice,
    path: String,
    address: String,
    view: Option<View>,
    formats: Vec<&'static str>,
    file: String,
    has_areas: bool,
    save: super::save::SaveForm,
}

async fn ask(
    visit: Visit,
    Path((survey, version)): Path<(String, String)>,
    Query(choice): Query<Choice>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let (survey, import) = version_at(&tx, &permit, &survey, &version).await?;
    drop(tx);
    asked(&visit, &survey, import, choice, FieldErrors::default(), super::save::SaveForm::default()).await
}

/// The page with what was chosen, and what is wrong with a form that was sent from it.
pub(super) async fn asked(
    visit: &Visit,
    survey: &kept::Survey,
    import: kept::Import,
    choice: Choice,
    mut errors: FieldErrors,
    save: super::save::SaveForm,
) -> Result<Response, Problem> {
    let (words, language) = (visit.staff_words(), language(visit));
    let tx = visit.realm.read().await?;
    let permit = permit(visit, &tx).await?;
    let offered = import.offers().map_err(broken)?;
    let path = version_path(survey, import.version);
    let title = words.t1("insight-ask-title", "number", import.version);
    let mut view = None;
    if !choice.of.is_empty() {
        match told(visit, &tx, &permit, import, &choice, None).await? {
            Ok(told) => view = Some(View::of(&told, &say(&told.question, language), language, 1)),
            Err(error) => {
                let (field, why) = refusal(words, error)?;
                errors.add(field, why);
            }
        }
    }
    let has_areas = offered.region.is_some() || offered.municipality.is_some();
    let shell = visit
        .staff_shell(title)
        .crumb(words.t("insight-title"), PATH)
        .crumb(say(&survey.title(), language), &survey_path(survey))
        .with_errors(!errors.is_empty());
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = AskPage {
        shell,
        fields: Fields::of(words, &offered, language),
        address: choice.address(),
        file: format!("{path}/file"),
        errors,
        choice,
        path,
        view,
        formats: Format::ALL.map(Format::ending).to_vec(),
        has_areas,
        save,
    };
    Ok((status, html(&page)).into_response())
}

/// What a choice comes to, estimated on a thread of its own.
pub(super) async fn told(
    visit: &Visit,
    tx: &store::Tx,
    permit: &access::Permit<AnalyseSurveys>,
    import: kept::Import,
    choice: &Choice,
    subject: Option<Words>,
) -> Result<Result<Told, KeptError>, Problem> {
    let opened = match kept::open_import(tx, permit, &visit.realm, import).await {
        Ok(opened) => opened,
        Err(error @ KeptError::Survey(_)) => return Ok(Err(error)),
        Err(error) => return Err(broken(error)),
    };
    let (_, told) = kept::compute(opened, choice.clone(), subject).await.map_err(broken)?;
    Ok(told)
}

async fn export(
    visit: Visit,
    Path((survey, version, format)): Path<(String, String, String)>,
    Query(choice): Query<Choice>,
) -> Result<Response, Problem> {
    let format = Format::of_ending(&format).ok_or_else(Problem::not_found)?;
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let (_, import) = version_at(&tx, &permit, &survey, &version).await?;
    if choice.of.is_empty() {
        return Err(Problem::not_found());
    }
    match told(&visit, &tx, &permit, import, &choice, None).await? {
        Ok(told) => {
            let title = told.question.clone();
            given(&visit, &told, (title, None), &choice.of, format, language(&visit))
        }
        Err(error) => Err(Problem {
            detail: refusal(visit.staff_words(), error)?.1,
            ..Problem::bad_parameter("choice", "")
        }),
    }
}

/// A figure as a file to keep, with its title and, for a press note, what somebody wrote above it.
pub(super) fn given(
    visit: &Visit,
    told: &Told,
    (title, text): (Words, Option<Words>),
    name: &str,
    format: Format,
    language: Language,
) -> Result<Response, Problem> {
    let day = visit.realm.now().to_zoned(visit.realm.zone().clone()).date();
    let bytes =
        Given { title, text, told, language, day }.made(format).map_err(|error| broken(error.into()))?;
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '_' };
    let name: String = name.chars().map(plain).collect();
    let named = format!("attachment; filename=\"{name}.{}\"", format.ending());
    Ok(([(CONTENT_TYPE, format.media_type().to_owned()), (CONTENT_DISPOSITION, named)], bytes)
        .into_response())
}
