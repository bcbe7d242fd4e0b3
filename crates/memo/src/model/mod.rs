//! What a MeMo says, as plain structs. Names are those of the schema, written the Rust way.
//!
//! All texts hold at most 256 characters where nothing else is said; the writer checks it. Everything here derives
//! `Debug`, which shows names and numbers of people; only [`Message`] itself shows no more than
//! [`Message::summary`].

mod action;
mod attention;
mod body;
mod content;
mod day;
mod earlier;
mod header;
mod identity;
mod parties;

pub use action::{Action, ActionTarget, EntryPoint, Reservation, action_code};
pub use attention::{
    AttentionData, AttentionPerson, ContentResponsible, EMail, Eid, GeneratingSystem, GlobalLocationNumber,
    SeNumber, SorData, Telephone,
};
pub use body::{AdditionalDocument, File, MainDocument, MessageBody, TechnicalDocument};
pub use content::{
    AdditionalContentData, CaseId, ContentData, CprData, CvrData, Education, FormData, KleData, MotorVehicle,
    PropertyNumber,
};
pub use day::Day;
pub use earlier::{AdditionalReplyData, ForwardData, ReplyData};
pub use header::{MessageHeader, MessageType};
pub use identity::{Address, AddressPoint, ProductionUnit, UnstructuredAddress};
pub use parties::{ContactInfo, ContactPoint, Recipient, Representative, Sender, id_type};

use crate::Version;

/// The value of `memoSchVersion` in messages this crate makes.
const SCHEMA_VERSION: &str = "1.1.0";

/// A whole message, `memo:Message`.
///
/// `C` is what stands for the content of an attached file: the bytes themselves unless a
/// [`Sink`](crate::Sink) puts them elsewhere.
#[derive(Clone, PartialEq)]
pub struct Message<C = Vec<u8>> {
    /// The edition of the schema the message keeps to.
    pub version: Version,
    /// Attribute `memoSchVersion`: required in 1.1, most often `1.1.0`; not there in 1.2.
    pub schema_version: Option<String>,
    /// Who writes to whom, about what.
    pub header: MessageHeader,
    /// Documents. Absent in a NemSMS, whose text is [`MessageHeader::notification`].
    pub body: Option<MessageBody<C>>,
}

impl<C> Message<C> {
    /// A message without documents, with the schema version its edition asks for.
    pub fn new(version: Version, header: MessageHeader) -> Self {
        let schema_version = (version == Version::V1_1).then(|| SCHEMA_VERSION.to_owned());
        Self { version, schema_version, header, body: None }
    }

    /// All files of the message: of the main document, of the additional and of the technical ones, in this order.
    pub fn files(&self) -> impl Iterator<Item = &File<C>> {
        self.body.iter().flat_map(|body| {
            let additional = body.additional_documents.iter().flat_map(|document| &document.files);
            let technical = body.technical_documents.iter().flat_map(|document| &document.files);
            body.main_document.files.iter().chain(additional).chain(technical)
        })
    }

    /// All actions the message offers, those of the main document first.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.body.iter().flat_map(|body| {
            let additional = body.additional_documents.iter().flat_map(|document| &document.actions);
            body.main_document.actions.iter().chain(additional)
        })
    }
}
