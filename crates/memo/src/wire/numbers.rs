//! Numbers, yes and no, UUIDs, and the kind of message.

use std::borrow::Cow;

use ::uuid::Uuid;

use crate::wire::XML_SPACE;
use crate::wire::value::{Plain, Read, WriteRules};
use crate::{MessageType, Rule, Trap};

/// `xs:boolean`. White space around it does not count, and nothing at all means the default, no.
pub(crate) struct Flag;

impl Plain for Flag {
    type Value = bool;

    fn read(text: &str) -> Read<bool> {
        match text.trim_matches(XML_SPACE) {
            "true" | "1" => Ok((true, None)),
            "false" | "0" => Ok((false, None)),
            // An element without content takes the default of the schema; one with a blank does not.
            "" if text.is_empty() => Ok((false, None)),
            _ => Err(Rule::Boolean),
        }
    }

    fn check(_value: &bool, _rules: &WriteRules) -> Result<(), Rule> {
        Ok(())
    }

    fn write(value: &bool) -> Cow<'_, str> {
        if *value { "true".into() } else { "false".into() }
    }
}

/// An `xs:long` of at most so much. White space around it does not count.
pub(crate) struct AtMost<const MOST: i64>;

/// `memoGLNType`.
pub(crate) type GlnNumber = AtMost<9_999_999_999_999>;
/// `memoPNumberType`.
pub(crate) type PNumber = AtMost<9_999_999_999>;

impl<const MOST: i64> Plain for AtMost<MOST> {
    type Value = i64;

    fn read(text: &str) -> Read<i64> {
        let number = text.trim_matches(XML_SPACE).parse().map_err(|_| Rule::Number(MOST))?;
        if number <= MOST { Ok((number, None)) } else { Err(Rule::Number(MOST)) }
    }

    fn check(value: &i64, _rules: &WriteRules) -> Result<(), Rule> {
        if *value <= MOST { Ok(()) } else { Err(Rule::Number(MOST)) }
    }

    fn write(value: &i64) -> Cow<'_, str> {
        value.to_string().into()
    }
}

/// `memoUuidType`: version 4, with hyphens, in any case.
pub(crate) struct Uuid4;

impl Plain for Uuid4 {
    type Value = Uuid;

    fn read(text: &str) -> Read<Uuid> {
        let uuid = hyphenated(text).filter(is_version_4).ok_or(Rule::Uuid)?;
        let is_upper = text.bytes().any(|byte| byte.is_ascii_uppercase());
        Ok((uuid, is_upper.then_some(Trap::UpperCaseUuid)))
    }

    fn check(value: &Uuid, _rules: &WriteRules) -> Result<(), Rule> {
        if is_version_4(value) { Ok(()) } else { Err(Rule::Uuid) }
    }

    fn write(value: &Uuid) -> Cow<'_, str> {
        value.to_string().into()
    }
}

/// A UUID of any version, for numbers that are not MeMo's.
pub(crate) struct AnyUuid;

impl Plain for AnyUuid {
    type Value = Uuid;

    fn read(text: &str) -> Read<Uuid> {
        Ok((hyphenated(text.trim_matches(XML_SPACE)).ok_or(Rule::Uuid)?, None))
    }

    fn check(_value: &Uuid, _rules: &WriteRules) -> Result<(), Rule> {
        Ok(())
    }

    fn write(value: &Uuid) -> Cow<'_, str> {
        value.to_string().into()
    }
}

/// Eight, four, four, four and twelve digits; the parser of `uuid` also takes braces, URNs and no hyphens.
pub(crate) fn hyphenated(text: &str) -> Option<Uuid> {
    (text.len() == 36).then(|| Uuid::try_parse(text).ok())?
}

/// Version 4 of the variant of RFC 9562, the only one the schema lets in.
fn is_version_4(uuid: &Uuid) -> bool {
    uuid.get_version_num() == 4 && uuid.get_variant() == ::uuid::Variant::RFC4122
}

/// `memoMessageType`.
pub(crate) struct Kind;

impl Plain for Kind {
    type Value = MessageType;

    fn read(text: &str) -> Read<MessageType> {
        [MessageType::DigitalPost, MessageType::NemSms]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .map(|kind| (kind, None))
            .ok_or(Rule::MessageType)
    }

    fn check(_value: &MessageType, _rules: &WriteRules) -> Result<(), Rule> {
        Ok(())
    }

    fn write(value: &MessageType) -> Cow<'_, str> {
        value.as_str().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value<P: Plain>(text: &str) -> Option<P::Value> {
        P::read(text).ok().map(|(value, _)| value)
    }

    #[test]
    fn yes_and_no_are_written_in_four_ways() {
        for (text, flag) in [("true", true), (" 1\n", true), ("false", false), ("0", false), ("", false)] {
            assert_eq!(value::<Flag>(text), Some(flag), "{text}");
        }
        for text in ["TRUE", "yes", " ", "01"] {
            assert_eq!(value::<Flag>(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_has_its_ceiling() {
        assert_eq!(value::<PNumber>("9999999999"), Some(9_999_999_999));
        assert_eq!(value::<PNumber>(" +0001003388 "), Some(1_003_388));
        assert_eq!(value::<PNumber>("10000000000"), None);
        assert_eq!(value::<GlnNumber>("5790000000005"), Some(5_790_000_000_005));
        for text in ["", "1.0", "1 2", "0x1", "99999999999999999999"] {
            assert_eq!(value::<GlnNumber>(text), None, "{text}");
        }
    }

    #[test]
    fn only_version_4_with_hyphens_is_a_uuid() {
        assert!(value::<Uuid4>("8c2ea15d-61fb-4ba9-9366-42f8b194c114").is_some());
        assert_eq!(
            Uuid4::read("8C2EA15D-61FB-4BA9-9366-42F8B194C114").ok().unwrap().1,
            Some(Trap::UpperCaseUuid)
        );
        for text in [
            "",
            "8c2ea15d-61fb-1ba9-9366-42f8b194c114",
            "8c2ea15d-61fb-4ba9-c366-42f8b194c114",
            "8c2ea15d61fb4ba9936642f8b194c114",
            "{8c2ea15d-61fb-4ba9-9366-42f8b194c114}",
            "urn:uuid:8c2ea15d-61fb-4ba9-9366-42f8b194c114",
            " 8c2ea15d-61fb-4ba9-9366-42f8b194c114",
            "00000000-0000-0000-0000-000000000000",
        ] {
            assert!(value::<Uuid4>(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_kind_of_message_is_told_to_the_letter() {
        assert_eq!(value::<Kind>("NEMSMS"), Some(MessageType::NemSms));
        for text in ["", "nemsms", " DIGITALPOST"] {
            assert_eq!(value::<Kind>(text), None, "{text}");
        }
    }
}
