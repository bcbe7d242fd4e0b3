//! Markup that the parser lets pass although XML does not.

use quick_xml::events::attributes::Attributes;
use quick_xml::name::QName;

use crate::Rule;
use crate::xml::SPACE;

pub(super) const ATTRIBUTE: &str = "an attribute is written wrongly";

/// A prefix is not looked at by the parser: letters, digits, and a few marks that do not begin it. What lies beyond ASCII
/// is taken as it stands.
pub(super) fn check_name(name: QName<'_>) -> Result<(), Rule> {
    let is_part = |part: &str| {
        let first =
            part.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_' || !first.is_ascii());
        let mark = |rest: char| rest.is_ascii_alphanumeric() || "-._".contains(rest) || !rest.is_ascii();
        first && part.chars().all(mark)
    };
    let name = name.into_inner();
    let is_name = name.split(':').count() <= 2 && name.split(':').all(is_part);
    if is_name { Ok(()) } else { Err(Rule::WellFormed("a name is written wrongly")) }
}

/// White space stands before each attribute.
pub(super) fn check_gaps(raw: &str) -> Result<(), Rule> {
    let mut rest = raw;
    while let Some(at) = rest.find(['"', '\'']) {
        let (quote, value) = rest[at..].split_at(1);
        if at > 0 && !rest.starts_with(SPACE) {
            return Err(Rule::WellFormed(ATTRIBUTE));
        }
        let Some((_, behind)) = value.split_once(quote) else { return Err(Rule::WellFormed(ATTRIBUTE)) };
        rest = behind;
    }
    Ok(())
}

/// XML 1.0, production 23: version, perhaps encoding, perhaps standalone, in this order.
pub(super) fn check_declaration(declaration: &str) -> Result<(), Rule> {
    let wrong = Rule::WellFormed("its declaration is written wrongly");
    let raw = declaration.strip_prefix("xml").ok_or(wrong)?;
    check_gaps(raw).map_err(|_| wrong)?;
    let mut order = ["version", "encoding", "standalone"].into_iter();
    for (number, attribute) in Attributes::new(raw, 0).enumerate() {
        let attribute = attribute.map_err(|_| wrong)?;
        let name = attribute.key.into_inner();
        if !order.any(|known| known == name) || (number == 0 && name != "version") {
            return Err(wrong);
        }
        let value = &*attribute.value;
        match name {
            "version" if value == "1.0" => {}
            "encoding" if ["utf-8", "us-ascii"].iter().any(|known| known.eq_ignore_ascii_case(value)) => {}
            "encoding" => return Err(Rule::Encoding),
            "standalone" if matches!(value, "yes" | "no") => {}
            _ => return Err(wrong),
        }
    }
    Ok(())
}
