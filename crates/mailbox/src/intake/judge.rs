//! Where a message goes, or why it goes nowhere.

use memo::id_type;
use memo::receipt::ReceiptStatus;

use super::addressee::Addressee;
use super::{Arrival, Sending};
use crate::Mailbox;
use crate::letters::Weight;
use crate::terms::PostTerms;
use basics::{Cvr, Id};
use realm::PersonTag;

/// Where a message goes.
#[derive(Debug)]
pub(crate) enum Judged {
    /// Into this mailbox.
    Keep(Box<Mailbox>),
    /// To this person's telephone.
    Text(Id<PersonTag>),
    /// Nowhere.
    Refuse(Refused),
}

/// Why a message goes nowhere. It stands in the receipt: no more than the sender may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refused {
    #[error("Message/MessageHeader/Sender/senderID is not the organisation that this system sends for")]
    NotTheSender,
    #[error("Message/MessageHeader/Recipient/recipientID is no number that anybody is known by")]
    NoNumber,
    #[error("the recipient is not known here")]
    Unknown,
    #[error("the recipient has no mailbox")]
    NoMailbox,
    #[error("the mailbox of the recipient is full")]
    Full,
    #[error("the recipient has not asked for text messages")]
    NoTexts,
    #[error("Message/MessageHeader/notification must say something in at most 160 characters, without links")]
    UnfitText,
}

impl Refused {
    pub(crate) fn status(self) -> ReceiptStatus {
        match self {
            Refused::NoNumber | Refused::UnfitText => ReceiptStatus::Invalid,
            _ => ReceiptStatus::NotAllowed,
        }
    }
}

/// Judges a letter. The mailbox counts it at once, so that a batch cannot fill it beyond its limit.
pub(super) fn judge(
    sending: &Sending,
    terms: &PostTerms,
    arrival: &Arrival,
    is_known: bool,
    mailbox: Option<&mut Mailbox>,
) -> Judged {
    if let Some(refused) = refuses_sender(sending, arrival) {
        return Judged::Refuse(refused);
    }
    let Some(mailbox) = mailbox else { return Judged::Refuse(not_found(arrival, is_known)) };
    if mailbox.letters >= terms.most_letters || mailbox.bytes.saturating_add(arrival.size) > terms.most_bytes
    {
        return Judged::Refuse(Refused::Full);
    }
    mailbox.letters += 1;
    mailbox.bytes += arrival.size;
    Judged::Keep(Box::new(mailbox.clone()))
}

pub(crate) fn not_found(arrival: &Arrival, is_known: bool) -> Refused {
    match arrival.addressee {
        Addressee::Unknown => Refused::NoNumber,
        _ if is_known => Refused::NoMailbox,
        _ => Refused::Unknown,
    }
}

/// Whether a system writes in another's name. An operator may hand in for anybody.
pub(crate) fn refuses_sender(sending: &Sending, arrival: &Arrival) -> Option<Refused> {
    let (_, cvr) = sending.organisation.as_ref()?;
    let sender = &arrival.message.header.sender;
    let is_theirs = if sender.id_type.eq_ignore_ascii_case(id_type::CVR) {
        let named: Option<Cvr> = sender.sender_id.trim().parse().ok();
        named.is_some() && named == *cvr
    } else {
        sender.id_type.eq_ignore_ascii_case(id_type::AUTHORITY)
    };
    (!is_theirs).then_some(Refused::NotTheSender)
}

/// How much it matters that the letter is opened.
pub(super) fn weight(arrival: &Arrival, terms: &PostTerms) -> Weight {
    let header = &arrival.message.header;
    let code = header.message_code.as_deref().map(str::to_uppercase);
    if code.is_some_and(|code| terms.call_up_codes.contains(&code)) {
        return Weight::CallUp;
    }
    if header.mandatory == Some(true) || header.legal_notification == Some(true) {
        Weight::Important
    } else {
        Weight::Ordinary
    }
}
