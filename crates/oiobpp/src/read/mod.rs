//! Reads a list: what stands where, by the profile.

mod base64;
mod events;
mod markup;

pub(crate) use base64::unpack as base64;
use events::{Events, Space, Tag, Token};

use crate::xml::{CONSTRAINT, GROUP, LIST, NAME, PRIVILEGE, SCOPE, SPACE};
use crate::{Constraint, MOST_BYTES, MOST_GROUPS, Position, PrivilegeGroup, PrivilegeList, ReadError, Rule};

/// Reads a list from the bytes of its document.
pub(crate) fn xml(bytes: &[u8]) -> Result<PrivilegeList, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(whole(Rule::TooLarge));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| whole(Rule::Encoding))?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    // The parser would leave out a second one.
    if text.starts_with(MARK) {
        return Err(whole(Rule::WellFormed("it has two byte order marks")));
    }
    Reader::new(text).list()
}

/// A rule that the document breaks as a whole.
fn whole(rule: Rule) -> ReadError {
    ReadError { position: Position { line: 1, column: 1 }, element: DOCUMENT.to_owned(), rule }
}

/// A document on its way in, at one of its elements.
struct Reader<'t> {
    events: Events<'t>,
    /// The elements around this place, outermost first, and at which byte they begin.
    path: Vec<(&'static str, usize)>,
    /// The namespace of the list, which its children may share.
    space: Space,
}

type Read<T> = Result<T, ReadError>;

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self { events: Events::new(text), path: Vec::new(), space: Space::Profile }
    }

    fn list(mut self) -> Read<PrivilegeList> {
        let tag = self.root()?;
        self.space = tag.space;
        self.path.push((LIST, self.events.began()));
        self.attribute(tag, None)?;
        let mut groups = Vec::new();
        while let Some(tag) = self.child()? {
            self.enter(&tag, &[GROUP])?;
            if groups.len() == MOST_GROUPS {
                return Err(self.fault(Rule::TooMany(MOST_GROUPS)));
            }
            groups.push(self.group(tag)?);
            self.path.pop();
        }
        self.path.clear();
        match self.token()? {
            Token::Eof => Ok(PrivilegeList { groups }),
            Token::Start(_) | Token::End | Token::Text(_) => Err(self.fault_here(Rule::Root)),
        }
    }

    fn root(&mut self) -> Read<Tag> {
        match self.token()? {
            Token::Start(tag) if tag.local == LIST && tag.space.is_of_profile() => Ok(tag),
            Token::Start(_) | Token::End | Token::Text(_) | Token::Eof => Err(self.fault_here(Rule::Root)),
        }
    }

    fn group(&mut self, tag: Tag) -> Read<PrivilegeGroup> {
        let scope = self.attribute(tag, Some(SCOPE))?;
        let scope = scope.trim_matches(SPACE).parse();
        let mut group = PrivilegeGroup::new(scope.map_err(|error| self.fault_in(SCOPE, Rule::Scope(error)))?);
        // In any order, for published examples have the constraints first.
        while let Some(tag) = self.child()? {
            if self.enter(&tag, &[PRIVILEGE, CONSTRAINT])? == PRIVILEGE {
                self.attribute(tag, None)?;
                let privilege = self.text()?.trim_matches(SPACE).parse();
                group.privileges.push(privilege.map_err(|error| self.fault(Rule::Privilege(error)))?);
            } else {
                let name = self.attribute(tag, Some(NAME))?;
                let constraint = Constraint::new(&name, &self.text()?);
                group.constraints.push(constraint.map_err(|error| self.fault(Rule::Constraint(error)))?);
            }
            self.path.pop();
        }
        if group.privileges.is_empty() {
            let mut missing = self.fault(Rule::Missing);
            missing.element = format!("{}/{PRIVILEGE}", missing.element);
            return Err(missing);
        }
        Ok(group)
    }

    /// The next element within this one; nothing at its end.
    fn child(&mut self) -> Read<Option<Tag>> {
        match self.token()? {
            Token::Start(tag) => Ok(Some(tag)),
            Token::End => Ok(None),
            Token::Text(_) => Err(self.fault(Rule::Text)),
            Token::Eof => Err(self.fault_here(Rule::WellFormed("it ends within an element"))),
        }
    }

    /// Goes into an element that may stand here, un-namespaced or in the namespace of the list, and says which it is.
    fn enter(&mut self, tag: &Tag, known: &[&'static str]) -> Read<&'static str> {
        let is_ours = tag.space == Space::None || tag.space == self.space;
        let Some(name) = known.iter().find(|name| is_ours && tag.local == **name) else {
            let shown = NAMES.into_iter().find(|name| *name == tag.local).unwrap_or(HIDDEN);
            let mut unknown = self.fault_here(Rule::Unknown);
            unknown.element = format!("{}/{shown}", unknown.element);
            return Err(unknown);
        };
        self.path.push((name, self.events.began()));
        Ok(name)
    }

    /// The one attribute that this element has, or none.
    fn attribute(&self, tag: Tag, known: Option<&'static str>) -> Read<String> {
        let mut value = None;
        for (name, has) in tag.attributes {
            if Some(&*name) != known {
                return Err(self.fault_in(HIDDEN, Rule::Unknown));
            }
            value = Some(has);
        }
        match (known, value) {
            (Some(name), None) => Err(self.fault_in(name, Rule::Missing)),
            (_, value) => Ok(value.unwrap_or_default()),
        }
    }

    /// The text within this element, up to its end.
    fn text(&mut self) -> Read<String> {
        let mut text = String::new();
        loop {
            match self.events.next().map_err(|rule| self.fault_here(rule))? {
                Token::End => return Ok(text),
                Token::Text(piece) => text.push_str(&piece),
                Token::Start(tag) => {
                    self.enter(&tag, &[])?;
                }
                Token::Eof => return Err(self.fault_here(Rule::WellFormed("it ends within an element"))),
            }
        }
    }

    /// The next token that says something.
    fn token(&mut self) -> Read<Token> {
        loop {
            match self.events.next().map_err(|rule| self.fault_here(rule))? {
                Token::Text(text) if text.trim_matches(SPACE).is_empty() => {}
                token => return Ok(token),
            }
        }
    }

    /// A rule broken by this element.
    fn fault(&self, rule: Rule) -> ReadError {
        let began = self.path.last().map_or(self.events.began(), |(_, began)| *began);
        ReadError { position: self.events.position(began), element: self.element(), rule }
    }

    /// A rule broken by an attribute of this element.
    fn fault_in(&self, attribute: &str, rule: Rule) -> ReadError {
        let mut fault = self.fault(rule);
        fault.element = format!("{}@{attribute}", fault.element);
        fault
    }

    /// A rule broken by what was come to within this element.
    fn fault_here(&self, rule: Rule) -> ReadError {
        ReadError { position: self.events.position(self.events.began()), element: self.element(), rule }
    }

    /// The way to this element.
    fn element(&self) -> String {
        if self.path.is_empty() {
            return DOCUMENT.to_owned();
        }
        let names: Vec<&str> = self.path.iter().map(|(name, _)| *name).collect();
        names.join("/")
    }
}

/// The byte order mark.
const MARK: char = '\u{feff}';
/// Stands for the way to an element where there is none yet.
const DOCUMENT: &str = "the document";
/// Stands for a name that is not repeated.
const HIDDEN: &str = "?";
/// Names that may be repeated where they do not belong.
const NAMES: [&str; 4] = [LIST, GROUP, PRIVILEGE, CONSTRAINT];
