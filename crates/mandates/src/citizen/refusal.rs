//! Why a step cannot be taken, said to whoever tried.

use access::mandates::{MandateError, Unfit};
use page::Problem;
use words::Words;

use super::whose::not_found;

/// What to say; none where there is nothing to correct and the page itself must be another one.
pub(super) fn in_words(words: &Words, error: &MandateError) -> Option<String> {
    Some(match error {
        MandateError::Unfit(unfit) => unfit_in_words(words, unfit),
        MandateError::Already(_) => words.t("mandate-wrong-already"),
        MandateError::TooManyOpen(most) => words.t1("mandate-wrong-many", "most", *most),
        MandateError::Locked { days, .. } => words.t1("mandate-wrong-locked", "days", *days),
        MandateError::Dead => words.t("mandate-wrong-dead"),
        MandateError::Step(_) => words.t("mandate-wrong-step"),
        MandateError::NotThere
        | MandateError::Involved
        | MandateError::OtherPeople
        | MandateError::CaseNumber
        | MandateError::SameEmployee
        | MandateError::WrongNumbers { .. }
        | MandateError::Db(_) => return None,
    })
}

fn unfit_in_words(words: &Words, unfit: &Unfit) -> String {
    match unfit {
        Unfit::NoPower => words.t("mandate-wrong-nothing"),
        Unfit::Oneself => words.t("mandate-wrong-oneself"),
        Unfit::TooYoung(years) => words.t1("mandate-wrong-young", "years", *years),
        Unfit::EndsBeforeItStarts => words.t("mandate-wrong-order"),
        Unfit::InThePast => words.t("mandate-wrong-past"),
        Unfit::TooLong(days) => words.t1("mandate-wrong-long", "years", *days / 365),
        Unfit::Limit(_) => words.t("mandate-wrong-case"),
        Unfit::Power(_) | Unfit::WiderThanHeld | Unfit::TooDeep | Unfit::NotOwnEmployee => {
            words.t("mandate-wrong-power")
        }
    }
}

/// The page for what cannot be said on the page itself.
pub(super) fn problem(error: MandateError) -> Problem {
    match error {
        MandateError::Db(error) => error.into(),
        _ => not_found(),
    }
}
