//! The table of the message itself, and its attributes.

use std::io;

use crate::read::{Cursor, Halt};
use crate::wire::texts::Text;
use crate::wire::value::Plain;
use crate::wire::{Name, Nested, ReadElement, Slot, Space, Times};
use crate::write::{Check, Pen};
use crate::{Content, Message, MessageType, Rule, Trap, Version};

/// The outermost element.
pub(crate) const ROOT: Name = Name::new(Space::Memo, "Message");
/// The namespace whose attributes tell where a schema lies, which every document may do.
pub(crate) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// The attribute that tells the version.
pub(crate) const VERSION: &str = "memoVersion";
/// The attribute that 1.1 has beside it.
pub(crate) const SCHEMA_VERSION: &str = "memoSchVersion";

const HEADER: Slot = Slot { name: Name::new(Space::Memo, "MessageHeader"), times: Times::One };
const BODY: Slot = Slot { name: Name::new(Space::Memo, "MessageBody"), times: Times::Optional };

/// Reads the message whose start tag the cursor stands behind.
pub(crate) fn read<C>(cursor: &mut Cursor<'_, C>) -> Result<Option<Message<C>>, Halt> {
    let (version, schema_version) = read_version(cursor)?;
    cursor.set_version(version);
    let (mut header, mut body, mut has_body) = (None, None, false);
    cursor.children(&[HEADER, BODY], &mut |cursor, slot| {
        if slot.name == HEADER.name {
            header = ReadElement::read(cursor)?;
        } else {
            has_body = true;
            body = ReadElement::read(cursor)?;
        }
        Ok(())
    })?;
    let Some(header) = header else { return Ok(None) };
    let message = Message { version, schema_version, header, body };
    if message.header.message_type == MessageType::NemSms {
        if has_body {
            cursor.warn(Trap::NemSmsWithDocuments);
        }
        if message.header.notification.as_ref().is_none_or(String::is_empty) {
            cursor.warn(Trap::NemSmsWithoutText);
        }
    }
    Ok(Some(message))
}

fn read_version<C>(cursor: &mut Cursor<'_, C>) -> Result<(Version, Option<String>), Halt> {
    let (version, schema_version) = cursor.take_version();
    let version = match version.as_deref().map(Version::from_decimal) {
        Some(Some(version)) => version,
        // Of an unknown version nothing else can be judged.
        Some(None) => return Err(cursor.fatal_attribute(VERSION, Rule::Version)),
        None => {
            cursor.fault_attribute(VERSION, Rule::Missing)?;
            if schema_version.is_some() { Version::V1_1 } else { Version::V1_2 }
        }
    };
    if let Err(rule) = schema_version_rule(version, schema_version.as_deref()) {
        cursor.fault_attribute(SCHEMA_VERSION, rule)?;
    }
    Ok((version, schema_version))
}

fn schema_version_rule(version: Version, schema_version: Option<&str>) -> Result<(), Rule> {
    match (version, schema_version) {
        (Version::V1_1, None) => Err(Rule::Missing),
        (Version::V1_1, Some(text)) => <Text as Plain>::read(text).map(drop),
        (Version::V1_2, None) => Ok(()),
        (Version::V1_2, Some(_)) => Err(Rule::NotIn(version)),
    }
}

/// Whether the message can be written.
pub(crate) fn check<C: Content>(message: &Message<C>, check: &mut Check) {
    check.within(ROOT, |check| {
        if let Err(rule) = schema_version_rule(message.version, message.schema_version.as_deref()) {
            check.refuse_attribute(SCHEMA_VERSION, rule);
        }
        check.field::<C, Nested, _>(&HEADER, std::slice::from_ref(&message.header));
        check.field::<C, Nested, _>(&BODY, message.body.as_slice());
    });
}

/// Writes the whole document.
pub(crate) fn write<C: Content>(message: &Message<C>, pen: &mut Pen<'_>) -> io::Result<()> {
    let mut attributes: Vec<(String, &str)> =
        Space::OF_MEMO.iter().map(|space| (format!("xmlns:{}", space.prefix()), space.uri())).collect();
    attributes.push((VERSION.to_owned(), message.version.as_str()));
    if let Some(schema_version) = &message.schema_version {
        attributes.push((SCHEMA_VERSION.to_owned(), schema_version));
    }
    pen.begin(ROOT, &attributes)?;
    pen.field::<C, Nested, _>(HEADER.name, std::slice::from_ref(&message.header))?;
    pen.field::<C, Nested, _>(BODY.name, message.body.as_slice())?;
    pen.close(ROOT)
}
