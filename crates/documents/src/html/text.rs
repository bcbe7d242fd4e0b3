//! Pages of the web as text to read, print and search.

use super::safe::safe_html;

/// The page as plain text: paragraphs with an empty line between them, lists with dashes or numbers, the cells of a row on
/// one line, and the address of a link behind its text.
///
/// ```
/// let page = "<p>Kære Aase</p><p>Læs <a href='https://borger.dk'>mere</a>.</p>";
/// assert_eq!(documents::html_to_text(page), "Kære Aase\n\nLæs mere (https://borger.dk).");
/// ```
pub fn html_to_text(page: &str) -> String {
    let clean = safe_html(page);
    let mut writer = Writer::default();
    let mut rest = &*clean;
    // what the cleaner writes holds `<` and `>` nowhere but in tags, except in attributes between quotes
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        writer.text(&unescaped(&rest[..at]));
        let end = end_of_tag(&rest[at..]);
        writer.tag(&rest[at + 1..at + end]);
        rest = rest.get(at + end + 1..).unwrap_or_default();
    }
    writer.text(&unescaped(rest));
    writer.finished()
}

/// Where the tag ends that the text begins with.
fn end_of_tag(text: &str) -> usize {
    let mut is_quoted = false;
    let end = text.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    end.unwrap_or(text.len())
}

/// The text without the five entities that the cleaner writes.
fn unescaped(text: &str) -> String {
    text.replace("&nbsp;", "\u{a0}")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[derive(Default)]
struct Writer {
    out: String,
    /// New lines to write before the next text: one for a line, two for a paragraph.
    lines: usize,
    /// Whether there was a space since the last word.
    spaced: bool,
    /// What begins the next line: the mark of a list entry.
    mark: String,
    /// Whether the next text is the first of a later cell in its row.
    next_cell: bool,
    /// Lists that are open, with the next number of those that count.
    lists: Vec<Option<i32>>,
    /// Links that are open: where they begin, and where they lead.
    links: Vec<(usize, String)>,
    /// How many elements are open that keep their spaces.
    kept_spaces: usize,
}

impl Writer {
    fn tag(&mut self, tag: &str) {
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        match name {
            "br" => self.line(),
            "hr" => self.paragraph(),
            "pre" => {
                self.paragraph();
                self.kept_spaces =
                    if is_end { self.kept_spaces.saturating_sub(1) } else { self.kept_spaces + 1 };
            }
            "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "table" | "dl" => self.paragraph(),
            "ul" | "ol" if is_end => {
                self.lists.pop();
                self.list_edge();
            }
            "ul" | "ol" => {
                self.list_edge();
                let first = attribute(tag, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.lists.push((name == "ol").then_some(first));
            }
            "li" => self.entry(is_end),
            "div" | "caption" | "dt" | "dd" => self.line(),
            "tr" => {
                self.line();
                self.next_cell = false;
            }
            "td" | "th" if is_end => self.next_cell = !self.out.is_empty() && self.lines == 0,
            "td" | "th" if self.next_cell => self.lines = 0,
            "a" if is_end => self.end_link(),
            "a" => self.links.push((self.out.len(), attribute(tag, "href").unwrap_or_default())),
            "img" => self.text(&attribute(tag, "alt").unwrap_or_default()),
            _ => {}
        }
    }

    fn entry(&mut self, is_end: bool) {
        self.line();
        if is_end {
            self.mark.clear();
            return;
        }
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        self.mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{indent}{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => format!("{indent}- "),
        };
    }

    /// A link's address stands behind it, where its text does not name it.
    fn end_link(&mut self) {
        let Some((start, address)) = self.links.pop() else { return };
        let bare =
            address.strip_prefix("mailto:").or_else(|| address.strip_prefix("tel:")).unwrap_or(&address);
        let named = self.out.get(start..).unwrap_or_default();
        let without_scheme = bare.split_once("://").map_or(bare, |(_, rest)| rest).trim_end_matches('/');
        let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if !without_scheme.is_empty() && !plain(named).contains(&plain(without_scheme)) && self.lines == 0 {
            self.spaced = true;
            self.text(&format!("({bare})"));
        }
    }

    fn line(&mut self) {
        self.lines = self.lines.max(1);
    }

    /// A list within a list stands close to it.
    fn list_edge(&mut self) {
        self.lines = if self.lists.is_empty() { 2 } else { self.lines.max(1) };
    }

    fn paragraph(&mut self) {
        self.lines = 2;
    }

    fn text(&mut self, text: &str) {
        if self.kept_spaces > 0 {
            for (number, line) in text.split('\n').enumerate() {
                if number > 0 {
                    self.begin();
                    self.out.push('\n');
                }
                if !line.is_empty() {
                    self.begin();
                    self.out.push_str(line);
                }
            }
            return;
        }
        self.spaced |= text.starts_with(is_space);
        for word in text.split(is_space).filter(|word| !word.is_empty()) {
            self.begin();
            self.out.push_str(word);
            self.spaced = true;
        }
        self.spaced = text.ends_with(is_space) || (self.spaced && text.trim_matches(is_space).is_empty());
    }

    /// Writes what stands between the last text and the next.
    fn begin(&mut self) {
        if self.next_cell && self.lines == 0 {
            self.out.push_str(" | ");
        } else if self.lines > 0 {
            if !self.out.is_empty() {
                self.out.push_str(if self.lines > 1 { "\n\n" } else { "\n" });
            }
        } else if self.spaced && !self.out.is_empty() && self.kept_spaces == 0 {
            self.out.push(' ');
        }
        self.out.push_str(&std::mem::take(&mut self.mark));
        self.next_cell = false;
        self.lines = 0;
        self.spaced = false;
    }

    fn finished(mut self) -> String {
        self.out.truncate(self.out.trim_end().len());
        self.out
    }
}

/// Spaces that may become a new line; one that may not is part of its word.
fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// An attribute of a tag that the cleaner wrote.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = tag[start..].split('"').next()?;
    Some(unescaped(value))
}
