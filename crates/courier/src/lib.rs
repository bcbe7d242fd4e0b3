//! E-mail by SMTP and text messages by gateways. Knows servers, and no person.
//!
//! A [`Mailer`] hands a [`Mail`] to one SMTP server; [`Texts`] hands a [`Text`] to the first gateway that takes it.
//! Both say what became of it in errors that the caller can act on: try again, give up, or call the system owner.
//! No error, log line or metric repeats an address, a number or what was written.
//!
//! Both have a simulator that writes files instead: [`Mailer::to_folder`] and [`FolderGateway`]. A [`MailKeeper`] takes mails
//! in the program's own memory or database, as any [`Gateway`] may take text messages.
//!
//! # Metrics
//!
//! | name | labels |
//! |---|---|
//! | `omtanke_mail_total` | `outcome`: `sent`, `refused`, `again`, `settings`, `unfit` |
//! | `omtanke_mail_seconds` | none; how long one mail took, whatever its outcome |
//! | `omtanke_sms_total` | `gateway`; `outcome`: `accepted`, `refused`, `failed` |

mod address;
mod mail;
mod number;
mod secret;
mod sms;

pub use address::{AddressError, email_address};
pub use mail::{
    Bounce, Fault, Hindrance, Link, Mail, MailError, MailKeeper, MailSettings, MailSettingsError, Mailer,
    Refusal, RefusedPart, Security, Unfit, bounced,
};
pub use number::{NumberError, phone_number};
pub use sms::{
    Accepted, BodyKind, FieldNames, FolderGateway, Gateway, GatewayError, HttpGateway, HttpGatewaySettings,
    Method, NumberStyle, SmsSettings, SmsSettingsError, Text, TextError, Texts, gsm,
};
