//! The form in which exemption is asked for, at home and at the counter.

use access::Holder;
use page::FieldErrors;
use serde::Deserialize;
use words::Words;

use super::model::{AskedBy, Covers, Exemption, Request};

pub(super) const POST: &str = "post";
pub(super) const SELF_SERVICE: &str = "self-service";
/// Who asks, where somebody else fills in the form.
const AT_THE_COUNTER: [AskedBy; 2] = [AskedBy::Counter, AskedBy::Representative];
const YES: &str = "yes";
const NO: &str = "no";

/// The form as it was sent. It has no field for a ground.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ExemptForm {
    pub(super) covers: Vec<String>,
    pub(super) older: Vec<String>,
    pub(super) declared: Vec<String>,
    pub(super) asked_by: Vec<String>,
}

/// Who fills in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FilledInBy {
    /// The holder.
    Holder,
    /// Somebody at the counter, who says whether the holder is there.
    Counter,
}

/// The choices that the form offers.
pub(super) struct Choices {
    pub(super) covers: Vec<(String, String)>,
    pub(super) older: Vec<(String, String)>,
    pub(super) declared: Vec<(String, String)>,
    pub(super) asked_by: Vec<(String, String)>,
}

impl ExemptForm {
    /// Before anything was chosen: what the holder is not exempt from yet.
    pub(super) fn of(holder: Holder, present: Option<&Exemption>) -> Self {
        let had = present.map_or(Covers::NOTHING, |present| present.covers);
        let wanted = [(POST, !had.post), (SELF_SERVICE, !had.self_service && has_self_service(holder))];
        let covers = wanted.into_iter().filter(|(_, is_wanted)| *is_wanted).map(|(code, _)| code.to_owned());
        Self { covers: covers.collect(), ..Self::default() }
    }

    /// The wish; else what is wrong with it.
    pub(super) fn parse(
        &self,
        words: &Words,
        holder: Holder,
        by: FilledInBy,
    ) -> Result<Request, FieldErrors> {
        let mut errors = FieldErrors::default();
        let is_chosen = |field: &[String], code: &str| field.iter().any(|value| value == code);
        let covers = match holder {
            // There is nothing to choose.
            Holder::Organisation(_) => Covers { post: true, self_service: false },
            Holder::Person(_) => Covers {
                post: is_chosen(&self.covers, POST),
                self_service: is_chosen(&self.covers, SELF_SERVICE),
            },
        };
        if covers == Covers::NOTHING {
            errors.add("covers", words.t("exempt-covers-missing"));
        }
        let older_mail_on_paper = is_chosen(&self.older, YES);
        if covers.post && !older_mail_on_paper && !is_chosen(&self.older, NO) {
            errors.add("older", words.t("exempt-older-missing"));
        }
        let asked_by = match by {
            FilledInBy::Holder => Some(AskedBy::Holder),
            FilledInBy::Counter => {
                AT_THE_COUNTER.into_iter().find(|asked_by| is_chosen(&self.asked_by, asked_by.code()))
            }
        };
        if asked_by.is_none() {
            errors.add("asked_by", words.t("exempt-asked-by-missing"));
        }
        let declared_on_honour = is_chosen(&self.declared, YES);
        if !declared_on_honour {
            errors.add("declared", words.t("exempt-declared-missing"));
        }
        match asked_by {
            Some(asked_by) if errors.is_empty() => {
                Ok(Request { covers, declared_on_honour, older_mail_on_paper, asked_by })
            }
            _ => Err(errors),
        }
    }
}

impl Choices {
    /// `declared` is the key of what is declared.
    pub(super) fn new(words: &Words, declared: &str) -> Self {
        let choice = |code: &str, key: &str| (code.to_owned(), words.t(key));
        Self {
            covers: vec![
                choice(POST, "exempt-covers-post"),
                choice(SELF_SERVICE, "exempt-covers-self-service"),
            ],
            older: vec![choice(YES, "exempt-older-yes"), choice(NO, "exempt-older-no")],
            declared: vec![choice(YES, declared)],
            asked_by: AT_THE_COUNTER
                .map(|by| choice(by.code(), &format!("exempt-asked-by-{}", by.code())))
                .to_vec(),
        }
    }
}

/// Only people have a right to do without self-service.
pub(super) fn has_self_service(holder: Holder) -> bool {
    matches!(holder, Holder::Person(_))
}

/// Whether there is something left that the holder could be exempt from.
pub(super) fn is_more(holder: Holder, present: Option<&Exemption>) -> bool {
    let had = present.map_or(Covers::NOTHING, |present| present.covers);
    !had.post || (has_self_service(holder) && !had.self_service)
}

/// What an exemption covers, in words.
pub(super) fn covers(words: &Words, covers: Covers) -> Vec<String> {
    let all = [(covers.post, "exempt-covers-post"), (covers.self_service, "exempt-covers-self-service")];
    all.into_iter().filter(|(is_covered, _)| *is_covered).map(|(_, key)| words.t(key)).collect()
}
