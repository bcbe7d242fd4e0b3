//! Decisions in words, in Danish and English: why somebody may, or may not.

use people::Role;
use serde::Serialize;

use crate::{Decision, Ground, Refusal, Scope};

/// Why, for programs and for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The word that programs go by.
    pub code: &'static str,
    /// In Danish.
    pub da: String,
    /// In English.
    pub en: String,
}

impl Reason {
    pub(crate) fn new(code: &'static str, da: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, da: da.into(), en: en.into() }
    }
}

/// Says a decision in words.
///
/// ```
/// use access::{Decision, Refusal, explain};
///
/// let reason = explain(&Decision::Refused(Refusal::NotYet));
/// assert_eq!((reason.code, reason.en.as_str()), ("not_yet", "The mandate has not begun yet."));
/// ```
#[must_use]
pub fn explain(decision: &Decision) -> Reason {
    match decision {
        Decision::Allowed(ground) => why_allowed(ground),
        Decision::Refused(why) => why_refused(*why),
    }
}

fn why_allowed(ground: &Ground) -> Reason {
    match ground {
        Ground::Role(Role::Citizen, Scope::Own) => {
            Reason::new("own", "Det er personens eget.", "It is the person's own.")
        }
        Ground::Role(role, scope) => {
            let (role_da, role_en) = of_role(*role);
            let (where_da, where_en) = of_scope(*scope);
            Reason::new(
                "role",
                format!("Personen er {role_da} og må det {where_da}."),
                format!("The person is {role_en} and may do this {where_en}."),
            )
        }
        Ground::Mandates(grants) => {
            let is_limited = grants.iter().all(|grant| !grant.limits.is_empty());
            if is_limited {
                Reason::new(
                    "limited_mandate",
                    "En fuldmagt åbner for det inden for sine grænser.",
                    "A mandate opens this within its limits.",
                )
            } else {
                Reason::new("mandate", "En fuldmagt åbner for det.", "A mandate opens this.")
            }
        }
    }
}

fn why_refused(why: Refusal) -> Reason {
    let (da, en) = match why {
        Refusal::NoRole => {
            ("Ingen af personens roller giver ret til det.", "None of the person's roles allows this.")
        }
        Refusal::NotHere => (
            "En af personens roller giver ret til det, men ikke her.",
            "One of the person's roles allows this, but not here.",
        ),
        Refusal::NoMandate => ("Der er ingen fuldmagt til personen.", "There is no mandate for the person."),
        Refusal::NotGiven => (
            "Der er bedt om en fuldmagt, men den er ikke givet.",
            "A mandate was asked for, and has not been given.",
        ),
        Refusal::TakenBack => {
            ("Fuldmagten er trukket tilbage eller afvist.", "The mandate was taken back or refused.")
        }
        Refusal::Ended => ("Fuldmagten er udløbet.", "The mandate has ended."),
        Refusal::LeftEmployer => (
            "Personen er ikke længere ansat dér, hvor fuldmagten blev givet.",
            "The person no longer works where the mandate was given to them.",
        ),
        Refusal::NotPassedOn => (
            "Den, der gav fuldmagten videre, har ikke selv ret til det mere.",
            "Whoever passed the mandate on does not hold it any more.",
        ),
        Refusal::TooDeep => {
            ("Fuldmagten er givet videre for mange gange.", "The mandate was passed on too often.")
        }
        Refusal::NotYet => ("Fuldmagten gælder ikke endnu.", "The mandate has not begun yet."),
        Refusal::OtherPower => ("Fuldmagten gælder noget andet.", "The mandate opens something else."),
        Refusal::OutOfReach => {
            ("Fuldmagten rækker ikke til netop dette.", "The mandate does not reach this very thing.")
        }
    };
    Reason::new(why.code(), da, en)
}

fn of_scope(scope: Scope) -> (&'static str, &'static str) {
    match scope {
        Scope::Own => ("for sig selv", "for themself"),
        Scope::OwnOrganisation => ("i sin egen organisation", "in their own organisation"),
        Scope::Anywhere => ("overalt", "everywhere"),
    }
}

fn of_role(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Citizen => ("borger", "a citizen"),
        Role::Helper => ("hjælper", "a helper"),
        Role::TrustedEmployee => ("betroet medarbejder", "a trusted employee"),
        Role::Librarian => ("bibliotekar", "a librarian"),
        Role::Teacher => ("underviser", "a teacher"),
        Role::Volunteer => ("frivillig", "a volunteer"),
        Role::Coordinator => ("koordinator", "a coordinator"),
        Role::ProgrammeManager => ("programleder", "a programme manager"),
        Role::Analyst => ("analytiker", "an analyst"),
        Role::Administrator => ("administrator", "an administrator"),
        Role::MailAdministrator => ("postansvarlig", "responsible for the post"),
        Role::Signatory => ("tegningsberettiget", "entitled to sign for the organisation"),
        Role::RightsAdministrator => ("rettighedsadministrator", "an administrator of rights"),
        Role::Employee => ("medarbejder", "an employee"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use basics::Id;
    use uuid::Uuid;

    use super::*;
    use crate::mandates::{Grant, Limits};
    use crate::policy;

    fn grant(limits: Vec<Limits>) -> Decision {
        let mandate = Id::from_uuid(Uuid::from_u128(1));
        Decision::Allowed(Ground::Mandates(vec![Grant {
            mandate,
            services: vec!["digital-post".to_owned()],
            limits,
        }]))
    }

    /// Every decision that there can be, but for which mandates one rests on.
    fn all() -> Vec<Decision> {
        let refusals = [
            Refusal::NoRole,
            Refusal::NotHere,
            Refusal::NoMandate,
            Refusal::NotGiven,
            Refusal::TakenBack,
            Refusal::Ended,
            Refusal::LeftEmployer,
            Refusal::NotPassedOn,
            Refusal::TooDeep,
            Refusal::NotYet,
            Refusal::OtherPower,
            Refusal::OutOfReach,
        ];
        let rules = policy().rules().iter();
        let mut all: Vec<_> =
            rules.map(|rule| Decision::Allowed(Ground::Role(rule.role, rule.scope))).collect();
        all.extend(refusals.map(Decision::Refused));
        all.extend([grant(Vec::new()), grant(vec![Limits::default()])]);
        all
    }

    #[test]
    fn every_decision_has_words_of_its_own_in_both_languages() {
        let mut said = BTreeSet::new();
        for decision in all() {
            let Reason { code, da, en } = explain(&decision);
            assert!(da.ends_with('.') && en.ends_with('.') && da != en, "{decision:?}: {da} {en}");
            assert!(!da.contains('_') && !en.contains('_'), "{decision:?} is said in words: {da} {en}");
            assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{code}");
            said.insert((code, en));
        }
        let codes: BTreeSet<_> = said.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes.len(), 12 + 4, "each refusal, and four kinds of leave: {codes:?}");
    }

    #[test]
    fn a_decision_says_as_what_and_where() {
        let anywhere = explain(&Decision::Allowed(Ground::Role(Role::TrustedEmployee, Scope::Anywhere)));
        assert_eq!(anywhere.en, "The person is a trusted employee and may do this everywhere.");
        assert_eq!(anywhere.da, "Personen er betroet medarbejder og må det overalt.");
        let own = explain(&Decision::Allowed(Ground::Role(Role::Citizen, Scope::Own)));
        assert_eq!(own.code, "own");
        assert_eq!(explain(&grant(vec![Limits::default()])).code, "limited_mandate");
    }
}
