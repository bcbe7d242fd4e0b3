//! The attributes of a tag, read in time that grows with its length alone.

use super::elements::{Element, attributes};

/// The longest value of an attribute that is kept; pictures have their own measure.
const LONGEST_VALUE: usize = 4096;

/// Attributes that an element may keep, the first of each name, their entities not read.
#[derive(Default)]
pub(super) struct Attributes(Vec<(&'static str, String)>);

impl Attributes {
    pub(super) fn all(&self) -> &[(&'static str, String)] {
        &self.0
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
    }

    /// Reads up to the end of a tag, and gives what follows it; nothing if the tag does not end.
    pub(super) fn read<'a>(&mut self, mut rest: &'a str, of: Option<Element>) -> Option<&'a str> {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if let Some(after) = rest.strip_prefix('>') {
                return Some(after);
            }
            // a name may begin with `=`
            let first = rest.chars().next()?.len_utf8();
            let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
            let length = rest[first..].find(ends)? + first;
            let (name, after) = rest.split_at(length);
            rest = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
                let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
                (value, rest) = match quote {
                    Some(quote) => after[1..].split_once(quote)?,
                    None => after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
                };
            }
            if let Some(element) = of {
                self.keep(element, name, value);
            }
        }
    }

    fn keep(&mut self, element: Element, name: &str, value: &str) {
        let always = if name.eq_ignore_ascii_case("xml:lang") { Some("lang") } else { None };
        let mut known = ["lang", "dir"].iter().chain(attributes(element.name));
        let Some(name) = always.or_else(|| known.find(|known| name.eq_ignore_ascii_case(known)).copied())
        else {
            return;
        };
        if self.get(name).is_none() && (name == "src" || value.len() <= LONGEST_VALUE) {
            self.0.push((name, value.to_owned()));
        }
    }
}

/// Text that can end neither itself nor an attribute. Its entities stay as they are.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '"', '\0']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "\u{fffd}",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}
