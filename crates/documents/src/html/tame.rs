//! Brings a page from outside into bounds: only known elements, closed in order, no deeper than [`DEEPEST`], no longer than
//! [`LARGEST_PAGE`]; in time that grows with the length of the page and with nothing else.
//!
//! Parsers of HTML take quadratic time or worse for elements left open by the thousand, and for tags of a hundred
//! thousand attributes. None reaches them from here.

use memchr::memmem;

use super::attributes::{Attributes, push_escaped};
use super::elements::{DROPPED_WHOLE, Element, Form, element};
use super::picture::{MOST_PICTURES, picture};

/// How many elements may stand within each other; what stands deeper loses its tags and keeps its text.
pub const DEEPEST: usize = 48;

/// How long a page may become, in bytes, its pictures not counted. What comes after that is cut off, and
/// [`Cleaned::was_cut`](super::Cleaned::was_cut) says so.
pub const LARGEST_PAGE: usize = 1024 * 1024;

/// How many signs that are written as entities, or look so by their first byte, a piece of text may have.
const MOST_ESCAPES: usize = 256;

/// A page within bounds.
#[derive(Debug, Default)]
pub(super) struct Tame {
    pub(super) html: String,
    /// How many pictures were left out.
    pub(super) pictures_left_out: usize,
    /// Whether there was something to fill in.
    pub(super) had_form: bool,
    /// Whether the page was too long.
    pub(super) was_cut: bool,
}

/// Brings a page into bounds.
pub(super) fn tame(page: &str) -> Tame {
    let mut tamer = Tamer {
        rest: page,
        out: Tame::default(),
        open: Vec::new(),
        too_deep: 0,
        pictures: 0,
        pictures_written: 0,
        never_ends: 0,
        escapes: 0,
    };
    tamer.go();
    tamer.out
}

struct Tamer<'a> {
    /// What is not read yet.
    rest: &'a str,
    out: Tame,
    /// The elements that are open, the innermost last.
    open: Vec<Open>,
    /// How many elements were opened beyond [`DEEPEST`] and are not closed.
    too_deep: usize,
    /// Bytes of pictures kept, and of what was written for them.
    pictures: usize,
    pictures_written: usize,
    /// Which of [`DROPPED_WHOLE`] end nowhere in the rest, a bit for each.
    never_ends: u32,
    /// Signs to escape since text was last divided.
    escapes: usize,
}

#[derive(Clone, Copy)]
struct Open {
    element: Element,
    /// Not where it said again what an element around it says.
    is_written: bool,
}

impl<'a> Tamer<'a> {
    fn go(&mut self) {
        while !self.rest.is_empty() {
            let text = memchr::memchr(b'<', self.rest.as_bytes()).unwrap_or(self.rest.len());
            self.text(text);
            if self.out.was_cut {
                break;
            }
            if !self.rest.is_empty() {
                self.markup();
            }
        }
        self.close_from(0);
    }

    /// Keeps text up to `end`, but no more than there is room for.
    fn text(&mut self, end: usize) {
        let room = (LARGEST_PAGE + self.pictures_written).saturating_sub(self.out.html.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        let kept = &text[..text.floor_char_boundary(room)];
        self.out.was_cut |= kept.len() < text.len() || room == 0;
        if !kept.trim().is_empty() {
            self.need_cell();
        }
        self.push_text(kept);
    }

    /// What stands in a table outside of its cells gets one. Parsers would move each piece of it before the table, and look
    /// for that place each time among all that stands there.
    fn need_cell(&mut self) {
        let missing = match self.open.last().map(|open| open.element.form) {
            Some(Form::Table | Form::Rows) => &[ROW, CELL][..],
            Some(Form::Row) => &[CELL],
            _ => &[],
        };
        for element in missing {
            self.write_tag(*element, &Attributes::default());
            self.open.push(Open { element: *element, is_written: true });
        }
    }

    /// Writes text in pieces with a comment between them, which the cleaner takes out. Who writes the clean page looks
    /// through the rest of a piece at each sign to escape, so none may have many.
    fn push_text(&mut self, text: &str) {
        let mut written = 0;
        for at in memchr::memchr2_iter(b'&', 0xc2, text.as_bytes()) {
            self.escapes += 1;
            if self.escapes > MOST_ESCAPES {
                push_escaped(&mut self.out.html, &text[written..at]);
                self.out.html.push_str("<!---->");
                (written, self.escapes) = (at, 0);
            }
        }
        push_escaped(&mut self.out.html, &text[written..]);
    }

    /// Reads what begins with `<`.
    fn markup(&mut self) {
        let after = &self.rest[1..];
        match after.as_bytes() {
            [b'a'..=b'z' | b'A'..=b'Z', ..] => self.tag(after, false),
            [b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => self.tag(&after[1..], true),
            [b'!', b'-', b'-', comment @ ..] => {
                // `<!-->` and `<!--->` are whole
                let whole =
                    [&b">"[..], b"->"].into_iter().find(|end| comment.starts_with(end)).map(<[u8]>::len);
                let end = whole.or_else(|| memmem::find(comment, b"-->").map(|at| at + 3));
                self.rest = end.map_or("", |end| &after[3 + end..]);
            }
            [b'!' | b'?' | b'/', ..] => {
                let end = memchr::memchr(b'>', after.as_bytes());
                self.rest = end.map_or("", |end| &after[end + 1..]);
            }
            _ => {
                self.out.html.push_str("&lt;");
                self.rest = after;
            }
        }
    }

    /// Reads a tag from its name on.
    fn tag(&mut self, tag: &'a str, is_end: bool) {
        let length = tag.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(tag.len());
        let (name, rest) = tag.split_at(length);
        let name = name.get(..name.len().min(16)).unwrap_or_default().to_ascii_lowercase();
        let known = element(&name);
        let mut found = Attributes::default();
        let Some(rest) = found.read(rest, known.filter(|_| !is_end)) else {
            // the page ends within the tag
            self.rest = "";
            return;
        };
        self.rest = rest;
        match (known, is_end) {
            (None, true) => {}
            (None, false) => self.without_element(&name),
            (Some(element), true) => self.end(element),
            (Some(Element { name: "img", .. }), false) => self.picture(&found),
            (Some(Element { name: "div", .. }), false)
                if matches!(&*name, "html" | "body") && found.all().is_empty() => {}
            (Some(element), false) => self.start(element, &found),
        }
        self.out.had_form |= matches!(&*name, "input" | "textarea" | "select");
    }

    fn start(&mut self, mut element: Element, attributes: &Attributes) {
        if element.form == Form::Void {
            self.need_cell();
            return self.write_tag(element, attributes);
        }
        if !element.form.stands_in().is_empty() && !self.is_open(Form::Table) {
            element = BLOCK;
        }
        self.make_room_for(element.form);
        if element.form.stands_in().is_empty() {
            self.need_cell();
        }
        let again = element.form == Form::Inline
            && element.name != "span"
            && self.within_cell(element.name).is_some();
        if again && element.name == "a" {
            self.end(element);
        }
        if self.open.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        let is_written = !again || element.name == "a";
        if is_written {
            self.write_tag(element, attributes);
        }
        self.open.push(Open { element, is_written });
    }

    /// Ends what may not go on beside an element of this form.
    fn make_room_for(&mut self, form: Form) {
        if form == Form::Inline {
            return;
        }
        let outside_of_lines = self.open.iter().rposition(|open| open.element.form != Form::Inline);
        if let Some(at) = outside_of_lines
            && (self.open[at].element.form == Form::Paragraph
                || (form == Form::Heading && self.open[at].element.form == form))
        {
            self.close_from(at);
        }
        let holders = form.stands_in();
        if let Some(at) = self.open.iter().rposition(|open| holders.contains(&open.element.form)) {
            self.close_from(at + 1);
        }
        if matches!(form, Form::Item | Form::Term) {
            let stops = |open: &Open| {
                open.element.form == form || matches!(open.element.name, "ul" | "ol" | "dl" | "td" | "th")
            };
            if let Some(at) = self.open.iter().rposition(stops)
                && self.open[at].element.form == form
            {
                self.close_from(at);
            }
        }
    }

    fn end(&mut self, mut element: Element) {
        if element.form == Form::Void {
            // `</br>` is a new line to browsers
            if element.name == "br" {
                self.start(element, &Attributes::default());
            }
            return;
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        if !element.form.stands_in().is_empty() && !self.is_open(Form::Table) {
            element = BLOCK;
        }
        let is_it = |open: &Open| match element.form {
            Form::Heading => open.element.form == Form::Heading,
            _ => open.element.name == element.name,
        };
        let is_of_table = element.form == Form::Table || !element.form.stands_in().is_empty();
        let stops = |open: &Open| match is_of_table {
            true => open.element.form == Form::Table,
            false => matches!(open.element.form, Form::Cell | Form::Caption),
        };
        if let Some(at) = self.open.iter().rposition(|open| is_it(open) || stops(open))
            && is_it(&self.open[at])
        {
            self.close_from(at);
        }
    }

    /// An element whose tag is left out: of some, so is all that is in it.
    fn without_element(&mut self, name: &str) {
        let Some(which) = DROPPED_WHOLE.iter().position(|dropped| *dropped == name) else { return };
        let ends = if self.never_ends & (1 << which) == 0 { find_end(self.rest, name) } else { None };
        match ends {
            Some(end) => self.rest = &self.rest[end..],
            None if matches!(name, "script" | "style" | "iframe") => {
                // a browser would show nothing more either
                self.out.was_cut |= !self.rest.trim().is_empty();
                self.rest = "";
            }
            None => self.never_ends |= 1 << which,
        }
    }

    /// A picture stays when it came with the letter; otherwise its description stands in its place.
    fn picture(&mut self, attributes: &Attributes) {
        self.need_cell();
        let room = MOST_PICTURES - self.pictures;
        let kept = attributes.get("src").and_then(picture).filter(|(_, size)| *size <= room);
        let described = attributes.get("alt").unwrap_or_default();
        if let Some((address, size)) = kept {
            let before = self.out.html.len();
            self.out.html.push_str("<img src=\"");
            self.out.html.push_str(&address);
            self.out.html.push_str("\" alt=\"");
            push_escaped(&mut self.out.html, described);
            self.out.html.push_str("\">");
            self.pictures += size;
            self.pictures_written += self.out.html.len() - before;
        } else {
            self.out.pictures_left_out += 1;
            self.push_text(described);
        }
    }

    fn is_open(&self, form: Form) -> bool {
        self.open.iter().any(|open| open.element.form == form)
    }

    /// Where an element of this name is open in the same cell.
    fn within_cell(&self, name: &str) -> Option<usize> {
        let at = self
            .open
            .iter()
            .rposition(|open| open.element.name == name || open.element.form == Form::Cell)?;
        (self.open[at].element.name == name).then_some(at)
    }

    fn close_from(&mut self, at: usize) {
        for Open { element, is_written } in self.open.drain(at..).rev() {
            if is_written {
                self.out.html.push_str("</");
                self.out.html.push_str(element.name);
                self.out.html.push('>');
            }
        }
    }

    fn write_tag(&mut self, element: Element, attributes: &Attributes) {
        self.out.html.push('<');
        self.out.html.push_str(element.name);
        for (name, value) in attributes.all() {
            self.out.html.push(' ');
            self.out.html.push_str(name);
            self.out.html.push_str("=\"");
            push_escaped(&mut self.out.html, value);
            self.out.html.push('"');
        }
        self.out.html.push('>');
    }
}

const ROW: Element = Element { name: "tr", form: Form::Row };
const CELL: Element = Element { name: "td", form: Form::Cell };

/// What a part of a table becomes where there is no table.
const BLOCK: Element = Element { name: "div", form: Form::Block };

/// Where the end tag of an element that is read as one text begins.
fn find_end(text: &str, name: &str) -> Option<usize> {
    memmem::find_iter(text.as_bytes(), b"</").find(|at| {
        let found = text.as_bytes().get(at + 2..at + 2 + name.len());
        let after = text.as_bytes().get(at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && after.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
    })
}
