//! Who may do what.
//!
//! Two things say it: `policies/roles.csv`, which role may do which action where, and the mandates that people and
//! organisations give each other ([`mandates`]), each opening powers of `data/denmark/powers.csv`. [`decide`] is the one
//! decision over both: pure, with its reason. [`allow`] asks it inside a piece of work and gives a [`Permit`], which operations
//! demand: forgetting to ask does not compile. [`load_visitor`] finds out who a request comes from. Other systems, and people
//! about themselves, ask through [`api`].

mod actions;
pub mod api;
pub mod diff;
mod explain;
pub mod mandates;
mod matrix;
mod permit;
mod policy;
mod rules;
pub mod systems;
mod visitor;
mod web;

pub use actions::{
    ActInService, Action, AdmitAsker, AdmitSender, AnalyseSurveys, AssistExempt, AssistNemsms, ChooseMail,
    ConfirmHelpPoint, ContactService, CreateHelpPoint, DeleteMail, EditHelpPoint, EditOrganisation, Exempt,
    FollowUp, Holder, ImportSurveys, ListStale, ManageMandates, Operate, Place, PrintLetters, ReadAudit,
    ReadMail, RegisterMandate, RegisterNemsms, ReviewMandate, SeeMandates, SeeService, SortMail, Target,
    Targets, WriteMail, action_named,
};
pub use explain::{Reason, explain};
pub use matrix::matrix;
pub use permit::{Permit, allow, allow_to_see, consider, now_in, organisations_where};
pub use policy::{Policy, PolicyError, Rule, Scope, policy};
pub use rules::{Decision, Ground, Question, Refusal, Where, actions_of, decide, places};
pub use visitor::load_visitor;

/// The routes of this room.
#[must_use]
pub fn routes() -> page::Routes {
    web::routes().merge(api::routes())
}
