//! A choice is saved as a figure with a name.

use access::{Action as _, AnalyseSurveys, allow};
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use page::{FieldErrors, Form, May, Problem, Routes, Visit};
use serde::Deserialize;

use super::ask::{asked, told};
use super::{broken, figure_path, permit, redirect, refusal, version_at};
use crate::Words;
use crate::analyst::Choice;
use crate::kept::{self, NewFigure};

/// The longest title, in letters.
const LONGEST: usize = 120;

pub(super) fn routes() -> Routes {
    Routes::new().post("/staff/surveys/{survey}/{version}/figures", May::Do(AnalyseSurveys::NAME), post(save))
}

/// What was typed to save a figure.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct SaveForm {
    pub(super) choice: String,
    pub(super) title_da: String,
    pub(super) title_en: String,
    pub(super) subject_da: String,
    pub(super) subject_en: String,
}

async fn save(
    visit: Visit,
    Path((survey, version)): Path<(String, String)>,
    Form(form): Form<SaveForm>,
) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let permit = permit(&visit, &tx).await?;
    let (survey, import) = version_at(&tx, &permit, &survey, &version).await?;
    let choice = Choice::of_address(&form.choice);
    let mut errors = FieldErrors::default();
    for (field, title) in [("title_da", &form.title_da), ("title_en", &form.title_en)] {
        match title.trim().chars().count() {
            0 => errors.add(field, words.t(&format!("insight-save-{}-missing", field.replace('_', "-")))),
            n if n > LONGEST => errors.add(field, words.t1("insight-save-too-long", "most", LONGEST)),
            _ => {}
        }
    }
    if form.subject_da.trim().is_empty() != form.subject_en.trim().is_empty() {
        errors.add("subject_da", words.t("insight-save-subject-both"));
    }
    if !errors.is_empty() {
        drop(tx);
        return asked(&visit, &survey, import, choice, errors, form).await;
    }
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let both = |da: &str, en: &str| Words { da: line(da), en: line(en) };
    let subject = (!form.subject_da.trim().is_empty()).then(|| both(&form.subject_da, &form.subject_en));
    let new = NewFigure { title: both(&form.title_da, &form.title_en), subject, choice };
    let came_to = told(&visit, &tx, &permit, import.clone(), &new.choice, new.subject.clone()).await?;
    drop(tx);
    let came_to = match came_to {
        Ok(told) => told,
        Err(error) => {
            let (field, why) = refusal(words, error)?;
            errors.add(field, why);
            return asked(&visit, &survey, import, new.choice, errors, form).await;
        }
    };
    let (mut work, permit) = allow::<AnalyseSurveys>(visit.realm.work(visit.actor()).await?, ()).await?;
    let saved = kept::save_figure(&mut work, &permit, survey.id, &new, import.id, &came_to).await;
    let figure = saved.map_err(broken)?;
    work.commit().await?;
    Ok(redirect(&visit, &figure_path(figure.id)))
}
