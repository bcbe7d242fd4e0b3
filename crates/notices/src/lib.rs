//! What people are told, on the channel and in the language that they chose once.
//!
//! Another room [`tell`]s a person something inside its own work. The notice is written into the person's log, and a job
//! sends it after the commit: by e-mail, by text message, or not at all where they want it on their page only. Letters wait
//! until somebody prints them. What does not arrive is told again by the next way that leads to the person, and where none
//! does, staff see it.
//!
//! Nothing in here but [`Contact`] holds an address. The log and the audit records show it masked, and what came back is
//! recognised by a keyed hash.

mod bounce;
mod channel;
mod confirm;
mod contact;
mod figures;
mod letters;
mod mask;
mod message;
mod post;
mod tell;
mod unsubscribe;

pub use bounce::{Taken, take_bounce};
pub use channel::Channel;
pub use confirm::{
    AskError, Asked, CodeAnswer, LinkAnswer, ask_email, ask_mobile, confirm_code, confirm_link, forget,
    look_at_link,
};
pub use contact::{
    Contact, ContactError, PostalAddress, Reach, choose_channel, choose_language, choose_news, contact,
    set_address, set_exempt,
};
pub use figures::{Figures, figures};
pub use letters::{mark_posted, told_in_person};
pub use message::{Message, MessageTag, State, messages_of};
pub use post::{Post, wire};
pub use tell::{Link, Notice, NoticeError, TellError, Told, tell, text};
pub use unsubscribe::{end_news, is_news_link};

/// The kind of job that sends a message.
pub(crate) const SEND: &str = "notices.send";

/// The pages of this room.
#[must_use]
pub fn routes() -> page::Routes {
    contact::web::routes()
        .merge(confirm::web::routes())
        .merge(message::web::routes())
        .merge(unsubscribe::routes())
        .merge(letters::web::routes())
}
