//! The document as a row of tags and texts, with all of XML that a MeMo does not need refused.

use std::io::{self, BufRead};

use quick_xml::Error;
use quick_xml::NsReader;
use quick_xml::errors::IllFormedError;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use crate::read::source::Source;
use crate::wire::{Name, SCHEMA_VERSION, Slot, Space, VERSION, XSI, is_xml_character};
use crate::{Limit, Limits, Position, Rule};

/// What comes next.
pub(crate) enum Token {
    /// An element begins; see [`Events::is_at`].
    Start,
    /// It ends.
    End,
    /// Text, perhaps not all of it; see [`Events::piece`].
    Text,
    /// The document ends.
    Eof,
}

/// Nothing more can be read.
pub(crate) enum Broken {
    /// The bytes do not come.
    Io(io::Error),
    /// It breaks a rule behind which nothing can be read.
    Rule(Rule),
}

/// A document on its way in.
pub(crate) struct Events<'a> {
    xml: NsReader<Source<'a>>,
    buffer: Vec<u8>,
    limits: Limits,
    /// Where the newest token begins.
    position: Position,
    depth: usize,
    elements: u64,
    /// The newest start tag was an empty element, whose end has not been told yet.
    is_empty: bool,
    /// The name in the newest start tag.
    space: Option<Space>,
    local: String,
    /// Attributes of the newest start tag that no schema knows.
    unknown_attributes: Vec<String>,
    version: Option<String>,
    schema_version: Option<String>,
    piece: String,
    text: String,
}

impl<'a> Events<'a> {
    pub(crate) fn new(source: Source<'a>, limits: &Limits) -> Self {
        let position = source.position();
        Self {
            xml: NsReader::from_reader(source),
            buffer: Vec::new(),
            limits: *limits,
            position,
            depth: 0,
            elements: 0,
            is_empty: false,
            space: None,
            local: String::new(),
            unknown_attributes: Vec::new(),
            version: None,
            schema_version: None,
            piece: String::new(),
            text: String::new(),
        }
    }

    /// The next token, and what is wrong with it although reading can go on.
    pub(crate) fn next(&mut self) -> Result<(Token, Option<Rule>), Broken> {
        if self.is_empty {
            self.is_empty = false;
            return self.end();
        }
        loop {
            self.buffer.clear();
            self.xml.get_mut().begin_piece();
            self.position = self.xml.get_ref().position();
            let (space, event) = match self.xml.read_resolved_event_into(&mut self.buffer) {
                Ok((ResolveResult::Bound(Namespace(uri)), event)) => (Space::of(uri), event),
                Ok((ResolveResult::Unbound, event)) => (Some(Space::Bare), event),
                Ok((ResolveResult::Unknown(_), event)) => (None, event),
                Err(error) => return Err(broken(error, self.xml.get_ref())),
            };
            self.piece.clear();
            let is_empty = matches!(event, Event::Empty(_));
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    self.is_empty = is_empty;
                    self.space = space;
                    self.local.clear();
                    self.local.push_str(tag.local_name().into_inner());
                    let attributes = attributes(&tag, &self.xml)?;
                    return self.start(attributes);
                }
                Event::End(_) => return self.end(),
                Event::Text(text) => {
                    self.piece.push_str(&text.xml10_content());
                    return Ok((Token::Text, character_rule(&self.piece)));
                }
                Event::CData(text) => {
                    self.piece.push_str(&text.xml10_content());
                    return Ok((Token::Text, character_rule(&self.piece)));
                }
                Event::GeneralRef(reference) => {
                    let resolved = resolve(&reference);
                    return Ok(match resolved {
                        Ok(character) => {
                            self.piece.push(character);
                            (Token::Text, None)
                        }
                        Err(rule) => (Token::Text, Some(rule)),
                    });
                }
                Event::Decl(declaration) => declared(&declaration, self.position)?,
                Event::DocType(_) => return Err(Broken::Rule(Rule::Doctype)),
                // As a text of nothing, so that what follows can be taken as it stands, however long it is.
                Event::Comment(_) | Event::PI(_) => return Ok((Token::Text, None)),
                Event::Eof => return Ok((Token::Eof, None)),
            }
        }
    }

    fn start(&mut self, attributes: Attributes) -> Result<(Token, Option<Rule>), Broken> {
        self.elements += 1;
        self.depth += 1;
        if self.elements > self.limits.elements {
            return Err(Broken::Rule(Rule::Limit(Limit::Elements(self.limits.elements))));
        }
        if self.depth > self.limits.depth {
            return Err(Broken::Rule(Rule::Limit(Limit::Depth(self.limits.depth))));
        }
        self.unknown_attributes.clear();
        for (name, value) in attributes {
            match name.as_str() {
                VERSION if self.depth == 1 => self.version = Some(value),
                SCHEMA_VERSION if self.depth == 1 => self.schema_version = Some(value),
                _ => self.unknown_attributes.push(name),
            }
        }
        Ok((Token::Start, None))
    }

    fn end(&mut self) -> Result<(Token, Option<Rule>), Broken> {
        self.depth = self.depth.saturating_sub(1);
        self.piece.clear();
        Ok((Token::End, None))
    }

    /// The text of this element that comes next as it stands, up to a tag or a reference; nothing when one comes at once.
    pub(crate) fn raw(&mut self) -> Result<&[u8], Broken> {
        if self.is_empty {
            return Ok(&[]);
        }
        let source = self.xml.get_mut();
        source.begin_piece();
        // Asked for twice, because the answer cannot be kept while an error is looked into; the second asking reads nothing.
        loop {
            match source.fill_buf() {
                Ok(_) => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(broken(Error::from(error), source)),
            }
        }
        let bytes = source.fill_buf().map_err(Broken::Io)?;
        let end = memchr::memchr2(b'<', b'&', bytes).unwrap_or(bytes.len());
        Ok(&bytes[..end])
    }

    /// Takes so many bytes of what [`Events::raw`] showed.
    pub(crate) fn consume(&mut self, count: usize) {
        self.xml.get_mut().consume(count);
    }

    /// Whether the newest start tag has this name.
    pub(crate) fn is_at(&self, name: Name) -> bool {
        self.space == Some(name.space) && self.local == name.local
    }

    /// The name in the newest start tag, as it may be repeated: one of the schema's at this place, though of another namespace.
    /// Any other name could be words of the message, where a single `>` was spoilt, and is not repeated.
    pub(crate) fn shown_name(&self, slots: &[Slot]) -> String {
        let Some(local) = slots.iter().map(|slot| slot.name.local).find(|local| *local == self.local) else {
            return HIDDEN.to_owned();
        };
        match self.space {
            Some(Space::Bare) | None => format!("{HIDDEN}:{local}"),
            Some(space) => Name::new(space, local).to_string(),
        }
    }

    /// The newest text.
    pub(crate) fn piece(&self) -> &str {
        &self.piece
    }

    /// Begins to gather texts.
    pub(crate) fn begin_text(&mut self) {
        self.text.clear();
    }

    /// Adds the newest text to those gathered.
    pub(crate) fn keep_text(&mut self) -> Result<(), Broken> {
        self.text.push_str(&self.piece);
        if self.text.len() as u64 > self.limits.piece {
            return Err(Broken::Rule(Rule::Limit(Limit::Piece(self.limits.piece))));
        }
        Ok(())
    }

    /// The texts gathered.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the newest token begins.
    pub(crate) fn position(&self) -> Position {
        self.position
    }

    /// The values of `memoVersion` and `memoSchVersion` at the outermost element.
    pub(crate) fn take_version(&mut self) -> (Option<String>, Option<String>) {
        (self.version.take(), self.schema_version.take())
    }

    /// The attributes of the newest start tag that no schema knows, as they may be repeated.
    pub(crate) fn take_unknown_attributes(&mut self) -> Vec<&'static str> {
        let known = |name: String| COMMON_ATTRIBUTES.into_iter().find(|common| *common == name);
        self.unknown_attributes.drain(..).map(|name| known(name).unwrap_or(HIDDEN)).collect()
    }
}

/// Names and values, without declarations of namespaces and hints where a schema lies.
type Attributes = Vec<(String, String)>;

fn attributes(tag: &BytesStart<'_>, xml: &NsReader<Source<'_>>) -> Result<Attributes, Broken> {
    let mut found = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| not_well_formed("an attribute is written wrongly"))?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let (space, local) = xml.resolver().resolve_attribute(attribute.key);
        let is_hint = matches!(space, ResolveResult::Bound(Namespace(XSI)))
            && matches!(local.into_inner(), "schemaLocation" | "noNamespaceSchemaLocation");
        if is_hint {
            continue;
        }
        // With its prefix, so that `x:memoVersion` is not taken for `memoVersion`.
        let name = attribute.key.into_inner().to_owned();
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        let value = value.map_err(|_| Broken::Rule(Rule::Entity))?.into_owned();
        found.push((name, value));
    }
    Ok(found)
}

fn character_rule(text: &str) -> Option<Rule> {
    (!text.chars().all(is_xml_character)).then_some(Rule::Character)
}

fn resolve(reference: &BytesRef<'_>) -> Result<char, Rule> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) if is_xml_character(character) => Ok(character),
        Ok(Some(_)) | Err(_) => Err(Rule::Character),
        Ok(None) => resolve_xml_entity(reference).and_then(|text| text.chars().next()).ok_or(Rule::Entity),
    }
}

fn declared(declaration: &BytesDecl<'_>, position: Position) -> Result<(), Broken> {
    if position != (Position { line: 1, column: 1 }) {
        return Err(not_well_formed("its declaration does not stand at the beginning"));
    }
    match declaration.encoding() {
        None => Ok(()),
        Some(Ok(encoding))
            if ["utf-8", "us-ascii"].iter().any(|known| known.eq_ignore_ascii_case(&encoding)) =>
        {
            Ok(())
        }
        Some(_) => Err(Broken::Rule(Rule::Encoding)),
    }
}

fn not_well_formed(what: &'static str) -> Broken {
    Broken::Rule(Rule::WellFormed(what))
}

fn broken(error: Error, source: &Source<'_>) -> Broken {
    if let Some(limit) = source.reached() {
        return Broken::Rule(Rule::Limit(limit));
    }
    match error {
        Error::Io(error) => Broken::Io(io::Error::new(error.kind(), error)),
        Error::Encoding(_) => Broken::Rule(Rule::Encoding),
        Error::Escape(_) => Broken::Rule(Rule::Entity),
        Error::Namespace(_) => not_well_formed("a namespace is declared wrongly"),
        Error::InvalidAttr(_) => not_well_formed("an attribute is written wrongly"),
        Error::IllFormed(IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_)) => {
            not_well_formed("an end tag does not fit its start tag")
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => not_well_formed("a reference does not end"),
        Error::IllFormed(_) => not_well_formed("its markup is wrong"),
        Error::Syntax(_) => not_well_formed("a tag, a comment or a section does not end"),
    }
}

/// Stands for a name that is not repeated.
const HIDDEN: &str = "?";
/// Attributes that are nobody's words, and may be repeated though they do not belong where they stand.
const COMMON_ATTRIBUTES: [&str; 6] =
    [VERSION, SCHEMA_VERSION, "xml:lang", "xml:space", "xsi:nil", "xsi:type"];
