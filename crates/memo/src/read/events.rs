//! The document as a row of tags and texts, with all of XML that a MeMo does not need refused.

use std::borrow::Cow;
use std::io::{self, BufRead};

use quick_xml::Error;
use quick_xml::Reader;
use quick_xml::errors::IllFormedError;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::name::{NamespaceError, QName};

use crate::read::elements::Elements;
use crate::read::plain::{self, PlainAttribute, PlainText};
use crate::read::source::Source;
use crate::wire::{Name, SCHEMA_VERSION, Slot, Space, VERSION, is_xml_character};
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
///
/// Plain tags and texts are taken from the source as they stand there. Everything else goes through quick-xml, which is
/// asked for one event at a time and need not know of the others: which elements are open is kept in [`Elements`].
pub(crate) struct Events<'a> {
    xml: Reader<Source<'a>>,
    elements: Elements,
    buffer: Vec<u8>,
    plain_attributes: Vec<PlainAttribute>,
    attributes: Attributes,
    limits: Limits,
    /// Where the newest token begins.
    position: Position,
    /// How many elements there were.
    count: u64,
    /// The newest start tag was an empty element, whose end has not been told yet.
    is_empty: bool,
    /// quick-xml has told of a text and seen what stands behind it, so that it has to be asked next.
    is_amid: bool,
    piece: String,
    text: String,
}

/// What the attributes say.
#[derive(Default)]
struct Attributes {
    version: Option<String>,
    schema_version: Option<String>,
    /// Attributes of the newest start tag that no schema knows.
    unknown: Vec<String>,
}

impl Attributes {
    /// Takes one with its prefix, so that `x:memoVersion` is not taken for `memoVersion`.
    fn keep(&mut self, name: &str, value: &str, is_outermost: bool) {
        match name {
            VERSION if is_outermost => self.version = Some(value.to_owned()),
            SCHEMA_VERSION if is_outermost => self.schema_version = Some(value.to_owned()),
            _ => self.unknown.push(name.to_owned()),
        }
    }
}

impl<'a> Events<'a> {
    pub(crate) fn new(mut source: Source<'a>, limits: &Limits) -> Self {
        let position = source.position();
        let declaration = plain::DECLARATION;
        if source.at_hand().starts_with(declaration) && source.has_room(declaration.len()) {
            source.pass(declaration.len());
        }
        let mut xml = Reader::from_reader(source);
        let config = xml.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Self {
            xml,
            elements: Elements::new(),
            buffer: Vec::new(),
            plain_attributes: Vec::with_capacity(12),
            attributes: Attributes::default(),
            limits: *limits,
            position,
            count: 0,
            is_empty: false,
            is_amid: false,
            piece: String::new(),
            text: String::with_capacity(256),
        }
    }

    /// The next token, and what is wrong with it although reading can go on.
    pub(crate) fn next(&mut self) -> Result<(Token, Option<Rule>), Broken> {
        if self.is_empty {
            self.is_empty = false;
            return Ok((self.end(), None));
        }
        match self.plain_tag()? {
            Some(token) => Ok((token, None)),
            None => self.event(),
        }
    }

    /// Passes over white space in front of a tag, where it is at hand.
    pub(crate) fn pass_blanks(&mut self) {
        if !self.is_empty && !self.is_amid {
            self.xml.get_mut().pass_blanks();
        }
    }

    /// Takes the text of the element that has just begun together with its end, where both are plain and at hand, and says
    /// whether they were; see [`Events::text`].
    pub(crate) fn take_plain_text(&mut self) -> bool {
        if self.is_empty || self.is_amid {
            return false;
        }
        let source = self.xml.get_mut();
        let (Some(found), Some(name)) = (plain::text(source.at_hand()), self.elements.plain_name()) else {
            return false;
        };
        let (PlainText::Line(text) | PlainText::Lines(text)) = found;
        let (length, tag) = (text.len(), name.len() + "</>".len());
        let is_whole = plain::is_end_tag(&source.at_hand()[length..], name);
        if !is_whole || !source.has_room(length + tag) {
            return false;
        }
        self.text.clear();
        self.text.push_str(text);
        if matches!(found, PlainText::Line(_)) {
            source.pass(length);
        } else {
            source.consume(length);
        }
        self.position = source.position();
        source.pass(tag);
        self.elements.end();
        true
    }

    /// A plain tag, if one comes next.
    fn plain_tag(&mut self) -> Result<Option<Token>, Broken> {
        let source = self.xml.get_mut();
        let bytes = source.at_hand();
        if self.is_amid || bytes.first() != Some(&b'<') {
            return Ok(None);
        }
        let position = source.position();
        let name = self.elements.plain_name();
        if let Some(length) = name.filter(|name| plain::is_end_tag(bytes, name)).map(|name| name.len() + 3) {
            if !source.has_room(length) {
                return Ok(None);
            }
            self.position = position;
            source.pass(length);
            return Ok(Some(self.end()));
        }
        let Some(tag) = plain::start_tag(bytes, &mut self.plain_attributes) else { return Ok(None) };
        if !source.has_room(tag.length) {
            return Ok(None);
        }
        self.position = position;
        self.attributes.unknown.clear();
        let name = &bytes[tag.name];
        if tag.is_bare {
            self.elements.begin(name, std::iter::empty(), true).map_err(wrongly_declared)?;
            source.pass(tag.length);
            return self.begun().map(Some);
        }
        let text = std::str::from_utf8(&bytes[..tag.length]).expect("a plain tag is ASCII");
        let attributes = || {
            let found = self.plain_attributes.iter();
            found.map(|found| (&text[found.name.clone()], &text[found.value.clone()]))
        };
        let declared = attributes()
            .filter_map(|(name, uri)| Some((QName(name).as_namespace_binding()?, Cow::Borrowed(uri))));
        self.elements.begin(name, declared, true).map_err(wrongly_declared)?;
        for (name, value) in attributes().filter(|(name, _)| !self.elements.is_about_names(name)) {
            self.attributes.keep(name, value, self.elements.depth() == 1);
        }
        source.consume(tag.length);
        self.begun().map(Some)
    }

    /// What quick-xml finds next.
    fn event(&mut self) -> Result<(Token, Option<Rule>), Broken> {
        loop {
            self.buffer.clear();
            self.xml.get_mut().begin_piece();
            self.position = self.xml.get_ref().position();
            let event = match self.xml.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(error) => return Err(broken(error, self.xml.get_ref())),
            };
            self.piece.clear();
            self.is_amid = matches!(event, Event::Text(_) | Event::Eof);
            self.is_empty = matches!(event, Event::Empty(_));
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    self.attributes.unknown.clear();
                    let mut all = tag.attributes();
                    let found = all.with_checks(false).map_while(Result::ok);
                    let declared = found.filter_map(|one| Some((one.key.as_namespace_binding()?, one.value)));
                    let name = tag.name().into_inner().as_bytes();
                    self.elements.begin(name, declared, false).map_err(wrongly_declared)?;
                    keep_attributes(&tag, &self.elements, &mut self.attributes)?;
                    return Ok((self.begun()?, None));
                }
                Event::End(tag) => {
                    if self.elements.name() != Some(tag.name().into_inner().as_bytes()) {
                        return Err(not_well_formed(WRONG_END));
                    }
                    return Ok((self.end(), None));
                }
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

    fn begun(&mut self) -> Result<Token, Broken> {
        self.count += 1;
        if self.count > self.limits.elements {
            return Err(Broken::Rule(Rule::Limit(Limit::Elements(self.limits.elements))));
        }
        if self.elements.depth() > self.limits.depth {
            return Err(Broken::Rule(Rule::Limit(Limit::Depth(self.limits.depth))));
        }
        Ok(Token::Start)
    }

    fn end(&mut self) -> Token {
        self.elements.end();
        self.piece.clear();
        Token::End
    }

    /// The text of this element that comes next as it stands, up to a tag or a reference; nothing when one comes at once.
    pub(crate) fn raw(&mut self) -> Result<&[u8], Broken> {
        if self.is_empty {
            return Ok(&[]);
        }
        let source = self.xml.get_mut();
        source.begin_piece();
        // The answer cannot be kept while an error is looked into; asking again takes nothing in.
        if let Err(error) = source.look() {
            return Err(broken(Error::from(error), source));
        }
        let bytes = source.at_hand();
        let end = memchr::memchr2(b'<', b'&', bytes).unwrap_or(bytes.len());
        Ok(&bytes[..end])
    }

    /// Takes so many bytes of what [`Events::raw`] showed.
    pub(crate) fn consume(&mut self, count: usize) {
        self.xml.get_mut().consume(count);
    }

    /// Whether the newest start tag has this name.
    pub(crate) fn is_at(&self, name: Name) -> bool {
        self.elements.is_at(name)
    }

    /// The name in the newest start tag, as it may be repeated: one of the schema's at this place, though of another namespace.
    /// Any other name could be words of the message, where a single `>` was spoilt, and is not repeated.
    pub(crate) fn shown_name(&self, slots: &[Slot]) -> String {
        let found = self.elements.local_name();
        let Some(local) = slots.iter().map(|slot| slot.name.local).find(|local| local.as_bytes() == found)
        else {
            return HIDDEN.to_owned();
        };
        match self.elements.innermost_space() {
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
        (self.attributes.version.take(), self.attributes.schema_version.take())
    }

    /// Whether the newest start tag has attributes that no schema knows.
    pub(crate) fn has_unknown_attributes(&self) -> bool {
        !self.attributes.unknown.is_empty()
    }

    /// The attributes of the newest start tag that no schema knows, as they may be repeated.
    pub(crate) fn take_unknown_attributes(&mut self) -> Vec<&'static str> {
        let known = |name: String| COMMON_ATTRIBUTES.into_iter().find(|common| *common == name);
        self.attributes.unknown.drain(..).map(|name| known(name).unwrap_or(HIDDEN)).collect()
    }
}

fn keep_attributes(tag: &BytesStart<'_>, elements: &Elements, into: &mut Attributes) -> Result<(), Broken> {
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| not_well_formed("an attribute is written wrongly"))?;
        let name = attribute.key.into_inner();
        if elements.is_about_names(name) {
            continue;
        }
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        let value = value.map_err(|_| Broken::Rule(Rule::Entity))?;
        into.keep(name, &value, elements.depth() == 1);
    }
    Ok(())
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

fn wrongly_declared(_: NamespaceError) -> Broken {
    not_well_formed("a namespace is declared wrongly")
}

fn broken(error: Error, source: &Source<'_>) -> Broken {
    if let Some(limit) = source.reached() {
        return Broken::Rule(Rule::Limit(limit));
    }
    match error {
        Error::Io(error) => Broken::Io(io::Error::new(error.kind(), error)),
        Error::Encoding(_) => Broken::Rule(Rule::Encoding),
        Error::Escape(_) => Broken::Rule(Rule::Entity),
        Error::Namespace(error) => wrongly_declared(error),
        Error::InvalidAttr(_) => not_well_formed("an attribute is written wrongly"),
        Error::IllFormed(IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_)) => {
            not_well_formed(WRONG_END)
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => not_well_formed("a reference does not end"),
        Error::IllFormed(_) => not_well_formed("its markup is wrong"),
        Error::Syntax(_) => not_well_formed("a tag, a comment or a section does not end"),
    }
}

/// What is wrong with a tag that ends what has not begun.
const WRONG_END: &str = "an end tag does not fit its start tag";
/// Stands for a name that is not repeated.
const HIDDEN: &str = "?";
/// Attributes that are nobody's words, and may be repeated though they do not belong where they stand.
const COMMON_ATTRIBUTES: [&str; 6] =
    [VERSION, SCHEMA_VERSION, "xml:lang", "xml:space", "xsi:nil", "xsi:type"];
