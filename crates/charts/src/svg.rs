//! Writing SVG: texts escaped, numbers short, names for those who do not see it.

use std::fmt::Write as _;

/// The width of every drawing, in its own units; it is as wide as the page lets it be.
pub(crate) const WIDTH: f64 = 400.0;
/// The size of letters.
pub(crate) const LETTERS: f64 = 14.0;

/// What goes around a drawing.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'t> {
    /// A word that no other drawing of the page has.
    pub id: &'t str,
    /// What it shows.
    pub title: &'t str,
    /// What there is to see in it.
    pub description: &'t str,
    /// Whether the language runs from right to left.
    pub right_to_left: bool,
}

/// Where a text hangs.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Hang {
    Start,
    Middle,
    End,
}

/// A drawing as it grows.
pub(crate) struct Canvas<'t> {
    frame: Frame<'t>,
    body: String,
}

impl<'t> Canvas<'t> {
    pub(crate) fn new(frame: Frame<'t>) -> Self {
        Self { frame, body: String::new() }
    }

    /// Where something lies that is so far from where lines begin.
    fn x(&self, x: f64) -> f64 {
        if self.frame.right_to_left { WIDTH - x } else { x }
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), attributes: &str) {
        let (x1, x2) = (short(self.x(from.0)), short(self.x(to.0)));
        let (y1, y2) = (short(from.1), short(to.1));
        let _ = write!(
            self.body,
            r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="currentColor"{attributes}/>"#
        );
    }

    pub(crate) fn path(&mut self, points: &[(f64, f64)], attributes: &str) {
        let mut way = String::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let _ = write!(way, "{}{} {}", if at == 0 { "M" } else { "L" }, short(self.x(*x)), short(*y));
        }
        let _ = write!(self.body, r#"<path d="{way}" stroke="currentColor"{attributes}/>"#);
    }

    pub(crate) fn bar(&mut self, from: f64, to: f64, y: f64, height: f64) {
        let (a, b) = (self.x(from), self.x(to));
        let (x, width) = (short(a.min(b)), short((a - b).abs()));
        let (y, height) = (short(y), short(height));
        let _ = write!(
            self.body,
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="currentColor" fill-opacity="0.3"/>"#
        );
    }

    /// A square, of which `attributes` say how it is filled and lined.
    pub(crate) fn square(&mut self, (x, y): (f64, f64), side: f64, attributes: &str) {
        let (x, y, side) = (short(x), short(y), short(side));
        let _ = write!(self.body, r#"<rect x="{x}" y="{y}" width="{side}" height="{side}"{attributes}/>"#);
    }

    /// What is drawn from here on belongs together under a name, which shows when somebody points at it.
    pub(crate) fn begin_named(&mut self, name: &str) {
        let _ = write!(self.body, "<g><title>{}</title>", escaped(name));
    }

    pub(crate) fn end_named(&mut self) {
        self.body.push_str("</g>");
    }

    /// A text of the reader's language.
    pub(crate) fn text(&mut self, at: (f64, f64), hang: Hang, text: &str) {
        let direction = if self.frame.right_to_left { "rtl" } else { "ltr" };
        self.write(at, hang, direction, text);
    }

    /// A number, whose digits run from left to right in every language.
    pub(crate) fn number(&mut self, at: (f64, f64), hang: Hang, text: &str) {
        let hang = match (hang, self.frame.right_to_left) {
            (Hang::Start, true) => Hang::End,
            (Hang::End, true) => Hang::Start,
            (hang, _) => hang,
        };
        self.write(at, hang, "ltr", text);
    }

    fn write(&mut self, (x, y): (f64, f64), hang: Hang, direction: &str, text: &str) {
        let anchor = match hang {
            Hang::Start => "start",
            Hang::Middle => "middle",
            Hang::End => "end",
        };
        let (x, y, text) = (short(self.x(x)), short(y), escaped(text));
        let _ = write!(
            self.body,
            r#"<text x="{x}" y="{y}" text-anchor="{anchor}" direction="{direction}" fill="currentColor">{text}</text>"#
        );
    }

    /// The whole drawing.
    pub(crate) fn done(self, height: f64) -> String {
        let Frame { id, title, description, .. } = self.frame;
        let (id, title, description) = (escaped(id), escaped(title), escaped(description));
        let (width, height) = (short(WIDTH), short(height));
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="100%" role="img" aria-labelledby="{id}-title {id}-description" font-family="inherit" font-size="{LETTERS}"><title id="{id}-title">{title}</title><desc id="{id}-description">{description}</desc>{body}</svg>"#,
            body = self.body
        )
    }
}

/// A text in lines of at most so many letters, broken between words.
pub(crate) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A number with two decimals at most.
fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}
