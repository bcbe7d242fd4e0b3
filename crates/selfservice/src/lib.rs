//! Self-service to practise with: applying for a pension and for housing benefit, and reporting VAT for a company, in the
//! pattern of the national portals. None of it is a real authority, so it is found in sandboxes alone.
//!
//! A form is data ([`forms`]): its steps, their fields, and what may stand in them. What somebody fills in is kept at every
//! step ([`applications`]), sealed; signing it makes a receipt and puts a letter into the mailbox of whoever it is about. The pages (`web`,
//! `business`) are the same for every form. Who may fill in for whom is decided in `access`, by the powers that each form names.

pub mod applications;
mod business;
pub mod forms;
mod visit;
mod web;

/// The routes of this room. Outside a sandbox none of them is found.
#[must_use]
pub fn routes() -> page::Routes {
    web::routes().merge(business::routes())
}
