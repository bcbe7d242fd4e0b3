//! The document as a row of tags and texts, with all of XML that a list does not need refused.

use quick_xml::Error;
use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::errors::IllFormedError;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, PrefixDeclaration, ResolveResult};

use super::base64::position;
use super::markup::{ATTRIBUTE, check_declaration, check_gaps, check_name};
use crate::xml::{NAMESPACE, OLDER_NAMESPACE, is_character};
use crate::{Position, Rule};

/// The namespace of schemas' own attributes.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// The most attributes of one tag, declarations of namespaces included: each is compared with all before it.
const MOST_ATTRIBUTES: usize = 16;

/// What comes next.
pub(super) enum Token {
    /// An element begins.
    Start(Tag),
    /// It ends.
    End,
    /// Text, perhaps not all of it.
    Text(String),
    /// The document ends.
    Eof,
}

/// The beginning of an element.
pub(super) struct Tag {
    pub(super) space: Space,
    pub(super) local: String,
    /// Names with their prefixes, and values; without declarations of namespaces and hints where a schema lies.
    pub(super) attributes: Vec<(String, String)>,
}

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// The profile since version 1.2.
    Profile,
    /// The profile before.
    OlderProfile,
    /// No namespace.
    None,
    /// Another one.
    Other,
}

impl Space {
    pub(super) fn is_of_profile(self) -> bool {
        matches!(self, Self::Profile | Self::OlderProfile)
    }

    fn of(found: &ResolveResult<'_>) -> Self {
        match found {
            ResolveResult::Bound(Namespace(NAMESPACE)) => Self::Profile,
            ResolveResult::Bound(Namespace(OLDER_NAMESPACE)) => Self::OlderProfile,
            ResolveResult::Unbound => Self::None,
            ResolveResult::Bound(_) | ResolveResult::Unknown(_) => Self::Other,
        }
    }
}

/// A document on its way in.
pub(super) struct Events<'t> {
    text: &'t str,
    xml: NsReader<&'t [u8]>,
    /// At which byte the newest token begins.
    began: usize,
    depth: usize,
}

impl<'t> Events<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut xml = NsReader::from_str(text);
        let config = xml.config_mut();
        config.expand_empty_elements = true;
        config.check_comments = true;
        Self { text, xml, began: 0, depth: 0 }
    }

    /// At which byte the newest token begins.
    pub(super) fn began(&self) -> usize {
        self.began
    }

    /// The line and character at a byte.
    pub(super) fn position(&self, at: usize) -> Position {
        position(self.text, at)
    }

    /// The next token; or the rule that it breaks, behind which nothing is read.
    pub(super) fn next(&mut self) -> Result<Token, Rule> {
        loop {
            self.began = usize::try_from(self.xml.buffer_position()).unwrap_or(self.text.len());
            let (space, event) = match self.xml.read_resolved_event() {
                Ok((found, event)) => (Space::of(&found), event),
                Err(error) => return Err(broken(&error)),
            };
            let is_outside = self.depth == 0;
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    self.depth += 1;
                    return self.start(space, &tag).map(Token::Start);
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Token::End);
                }
                Event::Text(text) if text.contains("]]>") => {
                    return Err(Rule::WellFormed("a section ends that did not begin"));
                }
                Event::Text(text) => return checked(text.xml10_content().into_owned()).map(Token::Text),
                Event::CData(_) | Event::GeneralRef(_) if is_outside => {
                    return Err(Rule::WellFormed("text stands outside of its element"));
                }
                Event::CData(text) => return checked(text.xml10_content().into_owned()).map(Token::Text),
                Event::GeneralRef(reference) => {
                    return resolve(&reference).map(|character| Token::Text(character.to_string()));
                }
                Event::Decl(_) if self.began > 0 => {
                    return Err(Rule::WellFormed("its declaration does not stand at the beginning"));
                }
                Event::Decl(declaration) => check_declaration(&declaration)?,
                Event::Comment(comment) => drop(checked(comment.into_inner().into_owned())?),
                Event::DocType(_) => return Err(Rule::Doctype),
                Event::PI(_) => return Err(Rule::Instruction),
                Event::Eof => return Ok(Token::Eof),
            }
        }
    }

    fn start(&self, space: Space, tag: &BytesStart<'_>) -> Result<Tag, Rule> {
        check_name(tag.name())?;
        check_gaps(tag.attributes_raw())?;
        let mut attributes = Vec::new();
        for (number, attribute) in tag.attributes().enumerate() {
            if number == MOST_ATTRIBUTES {
                return Err(Rule::Attributes(MOST_ATTRIBUTES));
            }
            let attribute = attribute.map_err(|_| Rule::WellFormed(ATTRIBUTE))?;
            check_name(attribute.key)?;
            if attribute.value.contains('<') {
                return Err(Rule::WellFormed(ATTRIBUTE));
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Rule::Entity)?;
            let value = checked(value.into_owned())?;
            if let Some(declared) = attribute.key.as_namespace_binding() {
                let has_prefix = matches!(declared, PrefixDeclaration::Named(_));
                if has_prefix && value.is_empty() {
                    return Err(Rule::WellFormed(DECLARATION));
                }
                continue;
            }
            let (space, local) = self.xml.resolver().resolve_attribute(attribute.key);
            let is_hint = matches!(space, ResolveResult::Bound(Namespace(XSI)))
                && matches!(local.into_inner(), "schemaLocation" | "noNamespaceSchemaLocation");
            if !is_hint {
                // With its prefix, so that `x:Scope` is not taken for `Scope`.
                attributes.push((attribute.key.into_inner().to_owned(), value));
            }
        }
        Ok(Tag { space, local: tag.local_name().into_inner().to_owned(), attributes })
    }
}

const DECLARATION: &str = "a namespace is declared wrongly";

fn checked(text: String) -> Result<String, Rule> {
    if text.chars().all(is_character) { Ok(text) } else { Err(Rule::Character) }
}

fn resolve(reference: &BytesRef<'_>) -> Result<char, Rule> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) if is_character(character) => Ok(character),
        Ok(Some(_)) | Err(_) => Err(Rule::Character),
        Ok(None) => resolve_xml_entity(reference).and_then(|text| text.chars().next()).ok_or(Rule::Entity),
    }
}

fn broken(error: &Error) -> Rule {
    match error {
        Error::Io(_) | Error::Encoding(_) => Rule::Encoding,
        Error::Escape(_) => Rule::Entity,
        Error::Namespace(_) => Rule::WellFormed(DECLARATION),
        Error::InvalidAttr(_) => Rule::WellFormed(ATTRIBUTE),
        Error::IllFormed(IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_)) => {
            Rule::WellFormed("an end tag does not fit its start tag")
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => Rule::WellFormed("a reference does not end"),
        Error::IllFormed(IllFormedError::DoubleHyphenInComment) => {
            Rule::WellFormed("a comment has two hyphens in it")
        }
        Error::IllFormed(_) => Rule::WellFormed("its markup is wrong"),
        Error::Syntax(_) => Rule::WellFormed("a tag, a comment or a section does not end"),
    }
}
