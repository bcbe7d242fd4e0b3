//! Walks through a document, element by element, and notes what is wrong with it.

use std::io::{self, BufRead};

use crate::read::base64::{Stop, Unpacker};
use crate::read::events::{Broken, Events, Token};
use crate::read::source::Source;
use crate::read::{Faults, ReadError, ReadRoot};
use crate::wire::{Name, Slot, XML_SPACE};
use crate::{Fault, FileHead, Limit, Limits, Position, Rule, Sink, Trap, Version, Warning};

/// How many rows the longest table has.
const MOST_SLOTS: usize = 18;

/// Reading cannot go on.
pub(crate) enum Halt {
    /// The fault is noted, and nothing can be read behind it.
    Fault,
    /// The bytes do not come, or the sink does not take them.
    Io(io::Error),
}

/// A place in a document, and what was found on the way to it.
pub(crate) struct Cursor<'a, C> {
    events: Events<'a>,
    sink: &'a mut dyn Sink<Content = C>,
    unpacker: Option<Unpacker>,
    /// The elements around this place, outermost first, and where they begin.
    path: Vec<(Name, Position)>,
    version: Version,
    limits: Limits,
    faults: Vec<Fault>,
    warnings: Vec<Warning>,
}

impl<'a, C> Cursor<'a, C> {
    pub(crate) fn open(
        from: &'a mut dyn BufRead,
        limits: &Limits,
        sink: &'a mut dyn Sink<Content = C>,
    ) -> Result<Self, ReadError> {
        let Ok(source) = Source::open(from, limits).map_err(ReadError::Io)? else {
            let position = Position { line: 1, column: 1 };
            let fault = Fault { position, element: "the document".to_owned(), rule: Rule::Encoding };
            let (faults, warnings) = (vec![fault], Vec::new());
            return Err(ReadError::Refused(Faults { faults, warnings, stopped: true }));
        };
        Ok(Self {
            events: Events::new(source, limits),
            sink,
            unpacker: None,
            path: Vec::with_capacity(8),
            version: Version::V1_2,
            limits: *limits,
            faults: Vec::new(),
            warnings: Vec::new(),
        })
    }

    /// Reads the outermost element, and sees that it is the only one.
    pub(crate) fn root<T>(&mut self, root: Name, read: ReadRoot<C, T>) -> Result<Option<T>, Halt> {
        loop {
            self.events.pass_blanks();
            match self.next()? {
                Token::Start if self.events.is_at(root) => break,
                Token::Text if self.is_blank() => {}
                Token::Start | Token::Text | Token::End | Token::Eof => return Err(self.fatal(Rule::Root)),
            }
        }
        self.path.push((root, self.events.position()));
        self.refuse_attributes()?;
        let value = read(self)?;
        loop {
            match self.next()? {
                Token::Eof => return Ok(value),
                Token::Text if self.is_blank() => {}
                Token::Start | Token::Text | Token::End => return Err(self.fatal(Rule::Root)),
            }
        }
    }

    /// What came of it all.
    pub(crate) fn close<T>(self, read: Result<Option<T>, Halt>) -> Result<(T, Vec<Warning>), ReadError> {
        let Self { faults, warnings, .. } = self;
        match read {
            Ok(Some(value)) if faults.is_empty() => Ok((value, warnings)),
            Ok(_) => Err(ReadError::Refused(Faults { faults, warnings, stopped: false })),
            Err(Halt::Fault) => Err(ReadError::Refused(Faults { faults, warnings, stopped: true })),
            Err(Halt::Io(error)) => Err(ReadError::Io(error)),
        }
    }

    /// Reads the elements within this one, up to its end. `read` is called for each that may stand here, behind its start
    /// tag, and reads it to its end.
    pub(crate) fn children(
        &mut self,
        slots: &[Slot],
        read: &mut dyn FnMut(&mut Self, &Slot) -> Result<(), Halt>,
    ) -> Result<(), Halt> {
        let mut counts = [0_u32; MOST_SLOTS];
        let mut farthest = 0;
        loop {
            self.events.pass_blanks();
            match self.next()? {
                Token::End => break,
                Token::Eof => return Err(self.fatal(Rule::WellFormed("it ends within an element"))),
                Token::Text if self.is_blank() => {}
                Token::Text => self.fault(Rule::Text)?,
                Token::Start => {
                    // Nearly always it is the next one, or one soon after it.
                    let (before, after) = slots.split_at(farthest);
                    let is_at = |slot: &Slot| self.events.is_at(slot.name);
                    let index = after.iter().position(is_at).map(|index| farthest + index);
                    let Some(index) = index.or_else(|| before.iter().position(is_at)) else {
                        self.fault_unknown(slots)?;
                        self.skip()?;
                        continue;
                    };
                    let slot = &slots[index];
                    self.path.push((slot.name, self.events.position()));
                    self.refuse_attributes()?;
                    let most = slot.times.most(self.version);
                    counts[index] = counts[index].saturating_add(1);
                    if most == 0 {
                        self.fault(Rule::NotIn(self.version))?;
                        self.skip()?;
                    } else if counts[index] > most {
                        self.fault(Rule::TooMany(most))?;
                        self.skip()?;
                    } else {
                        if index < farthest {
                            self.fault(Rule::Order)?;
                        }
                        farthest = farthest.max(index);
                        read(self, slot)?;
                    }
                    self.path.pop();
                }
            }
        }
        for (slot, count) in slots.iter().zip(counts) {
            if count < slot.times.least(self.version) {
                let element = format!("{}/{}", self.element(), slot.name);
                self.note(self.position(), element, Rule::Missing)?;
            }
        }
        Ok(())
    }

    /// Reads the text within this element, up to its end.
    pub(crate) fn text(&mut self) -> Result<&str, Halt> {
        if self.events.take_plain_text() {
            return Ok(self.events.text());
        }
        self.events.begin_text();
        loop {
            match self.next()? {
                Token::End => return Ok(self.events.text()),
                Token::Eof => return Err(self.fatal(Rule::WellFormed("it ends within an element"))),
                Token::Text => {
                    if let Err(broken) = self.events.keep_text() {
                        return Err(self.broken(broken));
                    }
                }
                Token::Start => {
                    self.fault_unknown(&[])?;
                    self.skip()?;
                }
            }
        }
    }

    /// Reads past the end of this element, whatever is in it.
    pub(crate) fn skip(&mut self) -> Result<(), Halt> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Token::Start => depth += 1,
                Token::End => depth -= 1,
                Token::Text => {}
                Token::Eof => return Err(self.fatal(Rule::WellFormed("it ends within an element"))),
            }
        }
        Ok(())
    }

    /// Reads the base64 within this element, up to its end, and gives the sink what it unpacks to.
    pub(crate) fn content(&mut self, head: &FileHead) -> Result<Option<C>, Halt> {
        let mut unpacker = self.unpacker.take().unwrap_or_default();
        unpacker.begin();
        self.sink.begin(head).map_err(Halt::Io)?;
        let mut flow = Flow { most: self.limits.content, given: 0, is_over: false };
        let mut is_base64 = true;
        loop {
            while is_base64 {
                let raw = match self.events.raw() {
                    Ok(raw) => raw,
                    Err(broken) => return Err(self.broken(broken)),
                };
                let count = raw.len();
                if count == 0 {
                    break;
                }
                let taken = unpacker.take(raw, &mut |bytes| flow.give(&mut *self.sink, bytes));
                self.events.consume(count);
                is_base64 = self.keeps_flowing(taken, &flow)?;
            }
            match self.next()? {
                Token::End => break,
                Token::Eof => return Err(self.fatal(Rule::WellFormed("it ends within an element"))),
                Token::Text if is_base64 => {
                    let text = self.events.piece().as_bytes();
                    let taken = unpacker.take(text, &mut |bytes| flow.give(&mut *self.sink, bytes));
                    is_base64 = self.keeps_flowing(taken, &flow)?;
                }
                Token::Text => {}
                Token::Start => {
                    self.fault_unknown(&[])?;
                    self.skip()?;
                }
            }
        }
        if !is_base64 {
            return Ok(None);
        }
        let taken = unpacker.finish(&mut |bytes| flow.give(&mut *self.sink, bytes));
        let is_base64 = self.keeps_flowing(taken, &flow)?;
        self.unpacker = Some(unpacker);
        if is_base64 { self.sink.end().map(Some).map_err(Halt::Io) } else { Ok(None) }
    }

    /// Says whether more content is to be unpacked.
    fn keeps_flowing(&mut self, taken: Result<(), Stop>, flow: &Flow) -> Result<bool, Halt> {
        match taken {
            Ok(()) => Ok(true),
            Err(Stop::NotBase64) => {
                self.fault(Rule::Base64)?;
                Ok(false)
            }
            Err(Stop::Taker(_)) if flow.is_over => {
                Err(self.fatal(Rule::Limit(Limit::Content(self.limits.content))))
            }
            Err(Stop::Taker(error)) => Err(Halt::Io(error)),
        }
    }

    pub(crate) fn set_version(&mut self, version: Version) {
        self.version = version;
    }

    /// The values of `memoVersion` and `memoSchVersion` at the outermost element.
    pub(crate) fn take_version(&mut self) -> (Option<String>, Option<String>) {
        self.events.take_version()
    }

    /// Notes a fault at this element.
    pub(crate) fn fault(&mut self, rule: Rule) -> Result<(), Halt> {
        self.note(self.position(), self.element(), rule)
    }

    /// Notes a fault at an attribute of this element.
    pub(crate) fn fault_attribute(&mut self, attribute: &str, rule: Rule) -> Result<(), Halt> {
        self.note(self.position(), format!("{}@{attribute}", self.element()), rule)
    }

    /// Notes a fault at an attribute of this element, behind which nothing can be read.
    pub(crate) fn fatal_attribute(&mut self, attribute: &str, rule: Rule) -> Halt {
        self.fault_attribute(attribute, rule).err().unwrap_or(Halt::Fault)
    }

    /// Notes what is odd about this element.
    pub(crate) fn warn(&mut self, trap: Trap) {
        self.warn_at(self.element(), trap);
    }

    /// Notes what is odd about an element within this one.
    pub(crate) fn warn_in(&mut self, child: Name, trap: Trap) {
        self.warn_at(format!("{}/{child}", self.element()), trap);
    }

    fn warn_at(&mut self, element: String, trap: Trap) {
        if self.warnings.len() < self.limits.faults {
            self.warnings.push(Warning { position: self.position(), element, trap });
        }
    }

    /// Notes a fault at the place come to, behind which nothing can be read.
    fn fatal(&mut self, rule: Rule) -> Halt {
        self.faults.push(Fault { position: self.events.position(), element: self.element(), rule });
        Halt::Fault
    }

    fn fault_unknown(&mut self, slots: &[Slot]) -> Result<(), Halt> {
        let element = format!("{}/{}", self.element(), self.events.shown_name(slots));
        self.note(self.events.position(), element, Rule::Unknown)
    }

    fn refuse_attributes(&mut self) -> Result<(), Halt> {
        if !self.events.has_unknown_attributes() {
            return Ok(());
        }
        for attribute in self.events.take_unknown_attributes() {
            self.fault_attribute(attribute, Rule::Unknown)?;
        }
        Ok(())
    }

    fn note(&mut self, position: Position, element: String, rule: Rule) -> Result<(), Halt> {
        self.faults.push(Fault { position, element, rule });
        if self.faults.len() >= self.limits.faults { Err(Halt::Fault) } else { Ok(()) }
    }

    /// Where this element begins.
    fn position(&self) -> Position {
        self.path.last().map_or(self.events.position(), |(_, position)| *position)
    }

    /// The way to this element.
    fn element(&self) -> String {
        if self.path.is_empty() {
            return "the document".to_owned();
        }
        let names: Vec<String> = self.path.iter().map(|(name, _)| name.to_string()).collect();
        names.join("/")
    }

    fn is_blank(&self) -> bool {
        self.events.piece().trim_matches(XML_SPACE).is_empty()
    }

    fn next(&mut self) -> Result<Token, Halt> {
        match self.events.next() {
            Ok((token, None)) => Ok(token),
            Ok((token, Some(rule))) => self.fault(rule).map(|()| token),
            Err(broken) => Err(self.broken(broken)),
        }
    }

    fn broken(&mut self, broken: Broken) -> Halt {
        match broken {
            Broken::Io(error) => Halt::Io(error),
            Broken::Rule(rule) => self.fatal(rule),
        }
    }
}

/// What the sink was given of one file.
struct Flow {
    most: u64,
    given: u64,
    is_over: bool,
}

impl Flow {
    fn give<C>(&mut self, sink: &mut dyn Sink<Content = C>, bytes: &[u8]) -> io::Result<()> {
        self.given += bytes.len() as u64;
        if self.given > self.most {
            self.is_over = true;
            return Err(io::Error::other("a file that is too large"));
        }
        sink.piece(bytes)
    }
}
