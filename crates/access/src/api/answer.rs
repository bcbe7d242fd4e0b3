//! The answers: the decision, why, and what it rests on.

use std::collections::BTreeMap;

use basics::Id;
use people::{OrganisationTag, Role};
use realm::PersonTag;
use serde::Serialize;
use store::{DbError, Tx};
use uuid::Uuid;

use super::question::{Evaluation, Fault, ResourceKind};
use crate::mandates::{Limits, MandateTag, Moment};
use crate::{Decision, Ground, Holder, Question, Reason, Target, consider, explain};

/// The answer to one question, in the shape of AuthZEN 1.0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Whether they may.
    pub decision: bool,
    /// Why.
    pub context: Why,
}

/// Why, and on what ground.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    /// In words.
    pub reason: Reason,
    /// What leave rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant: Option<Granted>,
    /// What is wrong with the question, where something is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Wrong>,
}

/// What leave rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Granted {
    /// A role.
    Role {
        /// Which.
        role: Role,
        /// Where it counts: `self`, `own_organisation`, `anywhere`.
        scope: &'static str,
    },
    /// Mandates.
    Mandates {
        /// Each of them.
        mandates: Vec<Opened>,
    },
}

/// A mandate that opens something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    /// Its id.
    pub id: Id<MandateTag>,
    /// The services in which it opens the action.
    pub services: Vec<String>,
    /// What narrows it; a thing must be within each of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Limits>,
}

/// What is wrong with one question, as AuthZEN's error of an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wrong {
    /// The status that it would have had by itself.
    pub status: u16,
    /// The field, and what is wrong with it.
    pub message: String,
}

impl Answer {
    /// The answer that a decision is.
    #[must_use]
    pub fn to(decision: &Decision) -> Self {
        Self {
            decision: matches!(decision, Decision::Allowed(_)),
            context: Why { reason: explain(decision), grant: granted(decision), error: None },
        }
    }

    /// No, because something is wrong with the question.
    #[must_use]
    pub fn at_fault(fault: &Fault) -> Self {
        let (status, reason) = match fault {
            Fault::Unknown(..) => (404, ("unknown", "Det findes ikke her.", "It is not known here.")),
            Fault::Shape(..) | Fault::Value(..) => {
                (400, ("unreadable", "Spørgsmålet kan ikke læses.", "The question does not read."))
            }
        };
        let (code, da, en) = reason;
        let error = Some(Wrong { status, message: fault.to_string() });
        Self { decision: false, context: Why { reason: Reason::new(code, da, en), grant: None, error } }
    }
}

/// What a ground is, for programs.
#[must_use]
pub fn granted(decision: &Decision) -> Option<Granted> {
    match decision {
        Decision::Refused(_) => None,
        Decision::Allowed(Ground::Role(role, scope)) => {
            Some(Granted::Role { role: *role, scope: scope.code() })
        }
        Decision::Allowed(Ground::Mandates(grants)) => {
            let opened = grants.iter().map(|grant| Opened {
                id: grant.mandate,
                services: grant.services.clone(),
                limits: grant.limits.clone(),
            });
            Some(Granted::Mandates { mandates: opened.collect() })
        }
    }
}

/// Whose things ids name, as far as it was looked up already.
#[derive(Debug, Default)]
pub struct Known(BTreeMap<Uuid, Option<Holder>>);

impl Known {
    /// The person or organisation of this id.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn holder(&mut self, tx: &Tx, id: Uuid) -> Result<Option<Holder>, DbError> {
        if let Some(known) = self.0.get(&id) {
            return Ok(*known);
        }
        let person: Id<PersonTag> = Id::from_uuid(id);
        let organisation: Id<OrganisationTag> = Id::from_uuid(id);
        let holder = if people::person(tx, person).await?.is_some() {
            Some(Holder::Person(person))
        } else {
            people::organisation(tx, organisation).await?.map(|_| Holder::Organisation(organisation))
        };
        self.0.insert(id, holder);
        Ok(holder)
    }
}

/// Answers a question from the database. Nothing is recorded: whoever asks does nothing yet.
///
/// # Errors
/// When the database does not answer.
pub async fn answer(
    tx: &Tx,
    moment: Moment,
    evaluation: &Evaluation,
    known: &mut Known,
) -> Result<Answer, DbError> {
    let target = match target(tx, evaluation.resource.kind, evaluation.resource.owner, known).await? {
        Ok(target) => target,
        Err(fault) => return Ok(Answer::at_fault(&fault)),
    };
    let thing = evaluation.resource.thing();
    // Of a thing of which nothing is said it is asked whether all of it is open: nobody shall take a part for the whole.
    let question = Question { action: evaluation.action, target, thing: Some(&thing), moment };
    let (decision, _) = consider(tx, evaluation.subject, question).await?;
    Ok(Answer::to(&decision))
}

/// Whose things a resource is among.
pub(super) async fn target(
    tx: &Tx,
    kind: ResourceKind,
    owner: Option<Uuid>,
    known: &mut Known,
) -> Result<Result<Target, Fault>, DbError> {
    let Some(owner) = owner else { return Ok(Ok(Target::Nothing)) };
    let field = match kind {
        ResourceKind::Letter | ResourceKind::Service | ResourceKind::Case => "resource.properties.owner",
        _ => "resource.id",
    };
    let target = match (known.holder(tx, owner).await?, kind) {
        (Some(Holder::Person(_)), ResourceKind::Organisation)
        | (Some(Holder::Organisation(_)), ResourceKind::Person)
        | (None, _) => return Ok(Err(Fault::Unknown(field.to_owned(), "names nobody who is known here"))),
        (Some(Holder::Person(person)), _) => Target::Person(person),
        (Some(Holder::Organisation(organisation)), _) => Target::Organisation(organisation),
    };
    Ok(Ok(target))
}
