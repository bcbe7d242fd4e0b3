//! The invented survey of `data/survey`, imported, with three figures that have names and one of them public.

use access::{AnalyseSurveys, ImportSurveys, allow};
use insight::Words;
use insight::analyst::Choice;
use insight::kept::{Held, NewFigure, check, open_import, publish, save_figure, take};
use realm::Work;

use crate::TownError;

const DATA: &[u8] = include_bytes!("../../../data/survey/dk.csv");
const CODEBOOK: &str = include_str!("../../../data/survey/dk.codebook.yaml");

/// Title and beginning of the sentence in both languages, and what is asked.
const FIGURES: [([&str; 2], [&str; 2], &str); 3] = [
    (
        ["Behov for hjælp til det digitale", "Need for help with digital services"],
        ["Andelen af brugere, der har haft brug for hjælp,", "The share of users who needed help"],
        "of=needed_help",
    ),
    (["Hvor hjælpen kom fra", "Where help came from"], ["", ""], "of=channels&year=2024"),
    (
        ["Behov for hjælp efter alder", "Need for help by age"],
        ["Andelen af brugere, der har haft brug for hjælp,", "The share of users who needed help"],
        "of=needed_help&by=age_group&year=2022&year=2024",
    ),
];

/// Imports the survey, saves the figures, and publishes the first.
pub(crate) async fn import(work: Work<'_>) -> Result<Work<'_>, TownError> {
    let refused = |error: &dyn std::fmt::Display| TownError::Refused(error.to_string());
    let not_allowed = |_| TownError::Refused("the town may import surveys, and was refused".to_owned());
    let held = Held::of("dk.csv", DATA).map_err(|error| refused(&error))?;
    let checked = check(held, "dk.codebook.yaml", CODEBOOK, false).map_err(|error| refused(&error))?;
    let (mut work, permit) = allow::<ImportSurveys>(work, ()).await.map_err(not_allowed)?;
    let taken = take(&mut work, &permit, "it-anvendelse", &checked, |_, _| ()).await;
    let taken = taken.map_err(|error| refused(&error))?;
    let (mut work, permit) = allow::<AnalyseSurveys>(work, ()).await.map_err(not_allowed)?;
    let import = insight::kept::import_of(work.tx(), &permit, taken.survey, taken.version).await;
    let import =
        import.map_err(|error| refused(&error))?.ok_or_else(|| refused(&"the import is not there"))?;
    let opened =
        open_import(work.tx(), &permit, work.realm, import).await.map_err(|error| refused(&error))?;
    for (n, (title, subject, address)) in FIGURES.into_iter().enumerate() {
        let words = |[da, en]: [&str; 2]| Words { da: da.to_owned(), en: en.to_owned() };
        let subject = (!subject[0].is_empty()).then(|| words(subject));
        let new = NewFigure { title: words(title), subject, choice: Choice::of_address(address) };
        let told = opened.tell(&new.choice, new.subject.clone()).map_err(|error| refused(&error))?;
        let saved = save_figure(&mut work, &permit, taken.survey, &new, taken.import, &told).await;
        let figure = saved.map_err(|error| refused(&error))?;
        if n == 0 {
            let text = words([
                "Færre har brug for hjælp til offentlige digitale løsninger. Tallene er regnet af opdigtede svar.",
                "Fewer people need help with public digital services. The numbers are from invented answers.",
            ]);
            let published = publish(&mut work, &permit, &figure, taken.import, &text).await;
            published.map_err(|error| refused(&error))?;
        }
    }
    Ok(work)
}
