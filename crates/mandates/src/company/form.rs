//! The page on which a company chooses what it opens.

use access::Holder;
use access::mandates::Mandate;
use askama::Template;
use page::{FieldErrors, Shell, Visit};

use crate::counter::{Choices, TermsForm};
use crate::words as say;

/// To whom something is given, as the page asks for it.
pub(super) enum To {
    /// Somebody who is known already.
    Named(String),
    /// A company, by its number as it was typed.
    Company(String),
    /// One of these, by id; and the one that was chosen.
    OneOf(Vec<(String, String)>, String),
}

#[derive(Template)]
#[template(path = "company/form.html")]
pub(super) struct FormPage {
    shell: Shell,
    errors: FieldErrors,
    lead: String,
    to: To,
    form: TermsForm,
    choices: Choices,
    /// Each power, what it opens and what not.
    explained: Vec<(String, String, String)>,
    path: String,
}

/// What one page differs in from another.
pub(super) struct About<'a> {
    pub(super) shell: Shell,
    pub(super) lead: String,
    pub(super) owner: Holder,
    /// What is passed on, where something is.
    pub(super) held: Option<&'a Mandate>,
    /// Where the form is sent.
    pub(super) path: String,
}

impl FormPage {
    pub(super) fn new(visit: &Visit, about: About<'_>, to: To, form: TermsForm, errors: FieldErrors) -> Self {
        let words = visit.words;
        let today = access::now_in(&visit.realm).today;
        let choices = Choices::new(words, about.owner, about.held, today);
        let explain = |(code, name): &(String, String)| {
            (name.clone(), say::opens(words, code), say::opens_not(words, code))
        };
        Self {
            shell: about.shell.with_errors(!errors.is_empty()),
            errors,
            lead: about.lead,
            to,
            form,
            explained: choices.powers.iter().map(explain).collect(),
            choices,
            path: about.path,
        }
    }
}
