//! Puts tags and texts on paper.

use std::io::{self, Read, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::Content;
use crate::wire::{Name, WriteValue};

/// How many bytes of a file are read at once. Three of them become four characters.
const STRETCH: usize = 48 << 10;

/// Writes XML, an element a line.
pub(crate) struct Pen<'w> {
    to: &'w mut dyn Write,
    depth: usize,
}

impl<'w> Pen<'w> {
    pub(crate) fn new(to: &'w mut dyn Write) -> Self {
        Self { to, depth: 0 }
    }

    /// Begins the document.
    pub(crate) fn begin(&mut self, root: Name, attributes: &[(String, &str)]) -> io::Result<()> {
        self.to.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")?;
        self.name(root)?;
        for (name, value) in attributes {
            self.to.write_all(b" ")?;
            self.to.write_all(name.as_bytes())?;
            self.to.write_all(b"=\"")?;
            self.escaped(value)?;
            self.to.write_all(b"\"")?;
        }
        self.to.write_all(b">\n")?;
        self.depth += 1;
        Ok(())
    }

    /// Begins an element that holds elements.
    pub(crate) fn open(&mut self, name: Name) -> io::Result<()> {
        self.indent()?;
        self.tag(name)?;
        self.to.write_all(b"\n")?;
        self.depth += 1;
        Ok(())
    }

    /// Ends it.
    pub(crate) fn close(&mut self, name: Name) -> io::Result<()> {
        self.depth -= 1;
        self.indent()?;
        self.end_tag(name)
    }

    /// Writes an element that holds text.
    pub(crate) fn text(&mut self, name: Name, text: &str) -> io::Result<()> {
        self.indent()?;
        self.tag(name)?;
        self.escaped(text)?;
        self.end_tag(name)
    }

    /// Writes an element that holds bytes.
    pub(crate) fn content(&mut self, name: Name, content: &impl Content) -> io::Result<()> {
        self.indent()?;
        self.tag(name)?;
        let mut from = content.open()?;
        let mut bytes = Vec::with_capacity(STRETCH);
        let mut characters = String::new();
        loop {
            bytes.clear();
            characters.clear();
            // Always whole stretches until the last, so that padding comes only at the end.
            from.by_ref().take(STRETCH as u64).read_to_end(&mut bytes)?;
            if bytes.is_empty() {
                return self.end_tag(name);
            }
            STANDARD.encode_string(&bytes, &mut characters);
            self.to.write_all(characters.as_bytes())?;
        }
    }

    /// Writes the elements that stand in one slot.
    pub(crate) fn field<C: Content, K: WriteValue<C, V>, V>(
        &mut self,
        name: Name,
        values: &[V],
    ) -> io::Result<()> {
        values.iter().try_for_each(|value| K::write(value, name, self))
    }

    fn tag(&mut self, name: Name) -> io::Result<()> {
        self.to.write_all(b"<")?;
        self.name(name)?;
        self.to.write_all(b">")
    }

    fn end_tag(&mut self, name: Name) -> io::Result<()> {
        self.to.write_all(b"</")?;
        self.name(name)?;
        self.to.write_all(b">\n")
    }

    fn name(&mut self, name: Name) -> io::Result<()> {
        let prefix = name.space.prefix();
        if !prefix.is_empty() {
            self.to.write_all(prefix.as_bytes())?;
            self.to.write_all(b":")?;
        }
        self.to.write_all(name.local.as_bytes())
    }

    fn indent(&mut self) -> io::Result<()> {
        (0..self.depth).try_for_each(|_| self.to.write_all(b"  "))
    }

    /// Text, or the value of an attribute. A carriage return would come back as a line feed, and in an attribute every
    /// white space as a blank.
    fn escaped(&mut self, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find(['<', '>', '&', '"', '\r', '\n', '\t']) {
            self.to.write_all(&rest.as_bytes()[..at])?;
            self.to.write_all(match rest.as_bytes()[at] {
                b'<' => b"&lt;",
                b'>' => b"&gt;",
                b'&' => b"&amp;",
                b'"' => b"&quot;",
                b'\r' => b"&#13;",
                b'\n' => b"&#10;",
                _ => b"&#9;",
            })?;
            rest = &rest[at + 1..];
        }
        self.to.write_all(rest.as_bytes())
    }
}
