//! Bars that lie, each with its label above it: room for long answers, also on a telephone.

use crate::svg::{Canvas, Hang, LETTERS, WIDTH, wrapped};
use crate::{Axis, Frame, Value};

/// Letters in a line above a bar; the number stands in the rest of it.
const LABEL: usize = 40;
const EDGE: f64 = 8.0;
const THICK: f64 = 14.0;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// How long it is, and how far its interval reaches.
    pub value: Value,
    /// The number as it is read, or why there is none.
    pub text: String,
}

/// A chart of bars.
#[derive(Clone, Debug)]
pub struct Bars<'t> {
    /// What goes around it.
    pub frame: Frame<'t>,
    /// Where the values lie.
    pub axis: Axis,
    /// The bars, from the top.
    pub bars: Vec<Bar>,
}

impl Bars<'_> {
    /// The drawing.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::new(self.frame);
        let along = |value: f64| EDGE + self.axis.at(value) * (WIDTH - 2.0 * EDGE);
        let mut y = 4.0;
        for bar in &self.bars {
            let lines = wrapped(&bar.label, LABEL);
            for (at, line) in lines.iter().enumerate() {
                canvas.text((EDGE, y + LETTERS * (1.0 + 1.2 * at as f64)), Hang::Start, line);
            }
            canvas.number((WIDTH - EDGE, y + LETTERS), Hang::End, &bar.text);
            y += LETTERS * 1.2 * lines.len().max(1) as f64 + 4.0;
            canvas.line((along(0.0), y - 1.0), (along(0.0), y + THICK + 1.0), "");
            if let Some(value) = bar.value.point() {
                canvas.bar(along(0.0), along(value), y, THICK);
                canvas.line((along(value), y), (along(value), y + THICK), r#" stroke-width="2""#);
            }
            if let Some((low, high)) = bar.value.interval() {
                let middle = y + THICK / 2.0;
                canvas.line((along(low), middle), (along(high), middle), r#" stroke-width="1.5""#);
                for end in [low, high] {
                    canvas.line((along(end), middle - 4.0), (along(end), middle + 4.0), "");
                }
            }
            y += THICK + 10.0;
        }
        let last = self.axis.ticks().count().saturating_sub(1);
        canvas.line((EDGE, y), (WIDTH - EDGE, y), "");
        for (at, (place, text)) in self.axis.ticks().enumerate() {
            let x = EDGE + place * (WIDTH - 2.0 * EDGE);
            canvas.line((x, y), (x, y + 4.0), "");
            let hang = match at {
                0 => Hang::Start,
                at if at == last => Hang::End,
                _ => Hang::Middle,
            };
            canvas.number((x, y + 6.0 + LETTERS), hang, text);
        }
        canvas.done(y + 12.0 + LETTERS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(right_to_left: bool, label: &str) -> String {
        let value = Value { estimate: Some(0.5), low: Some(0.4), high: Some(0.6) };
        Bars {
            frame: Frame { id: "a", title: "T", description: "D", right_to_left },
            axis: Axis::covering([1.0], |tick| format!("{tick:.1}")),
            bars: vec![
                Bar { label: label.to_owned(), value, text: "50 %".to_owned() },
                Bar { label: "hidden".to_owned(), value: Value::default(), text: "for få".to_owned() },
            ],
        }
        .svg()
    }

    #[test]
    fn a_bar_is_as_long_as_its_value_and_what_is_hidden_has_none() {
        let svg = bars(false, "Vejle");
        assert_eq!(svg.matches("<rect").count(), 1);
        assert!(svg.contains(r#"<rect x="8" y="24.8" width="192" height="14""#), "{svg}");
        assert!(svg.contains("for få"));
    }

    #[test]
    fn in_a_language_that_runs_the_other_way_bars_grow_the_other_way() {
        let svg = bars(true, "فايله");
        assert!(svg.contains(r#"<rect x="200" y="24.8" width="192""#), "{svg}");
        assert!(svg.contains(r#"<text x="392" y="18" text-anchor="start" direction="rtl""#), "{svg}");
        assert!(
            svg.contains(
                r#"<text x="8" y="18" text-anchor="start" direction="ltr" fill="currentColor">50 %"#
            ),
            "{svg}"
        );
    }

    #[test]
    fn a_drawing_is_xml_whatever_a_label_says_and_has_no_style_of_its_own() {
        let svg = bars(false, "A <b>&amp; \"B\" \u{1} 'C' </svg><script>");
        let mut reader = quick_xml::Reader::from_str(&svg);
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) => assert_ne!(tag.name().as_ref(), "script"),
                _ => {}
            }
        }
        assert!(!svg.contains("style=") && !svg.contains("<style"));
        assert!(svg.contains(r#"role="img" aria-labelledby="a-title a-description""#));
    }

    #[test]
    fn a_long_label_is_broken_between_words() {
        let svg = bars(false, &"bibliotek ".repeat(10));
        assert!(svg.matches("bibliotek").count() == 10 && svg.matches("<text").count() >= 6, "{svg}");
    }
}
