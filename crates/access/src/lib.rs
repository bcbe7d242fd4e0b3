//! Who may do what.
//!
//! `policies/roles.csv` says which role may do which action where. [`allow`] decides by it inside a piece of work
//! and gives a [`Permit`], which operations demand: forgetting to ask does not compile. [`load_visitor`] finds out
//! who a request comes from.

mod actions;
pub mod diff;
mod permit;
mod policy;
mod rules;
mod visitor;
mod web;

pub use actions::{
    Action, AdmitSender, AssistExempt, AssistNemsms, ChooseMail, ConfirmHelpPoint, CreateHelpPoint,
    DeleteMail, EditHelpPoint, EditOrganisation, Exempt, FollowUp, Holder, ListStale, Operate, Place,
    PrintLetters, ReadAudit, ReadMail, RegisterNemsms, SortMail, Target, WriteMail,
};
pub use permit::{Permit, allow, allow_to_see, organisations_where};
pub use policy::{Policy, PolicyError, Rule, Scope, policy};
pub use rules::{Decision, Refusal, Where, actions_of, decide, places};
pub use visitor::load_visitor;
pub use web::routes;
