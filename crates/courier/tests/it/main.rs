//! Mails and texts on their way: to a real mail server, to one that misbehaves, and to gateways.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod bounces;
mod certificate;
mod folders;
mod gateway;
mod mail_server;
mod mails;
mod misbehaving;
mod numbers_told;
mod refusals;
mod texts;
