//! A map of equal squares: each area has one, where it lies as seen from its neighbours. Small areas are as easy to see as
//! large ones. What an area comes to is told by the number of its class, and again by how dark its square is.

use std::fmt::Write as _;

use crate::axis::step;
use crate::svg::{Canvas, Hang, LETTERS, WIDTH};
use crate::{Frame, Value};

/// Darker than this, letters of the same colour could no longer be read upon it.
const DARKEST: f64 = 0.45;
const GAP: f64 = 1.5;

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// The column, from the west.
    pub column: u32,
    /// The row, from the north.
    pub row: u32,
    /// What it is called.
    pub label: String,
    /// What it comes to; none where it is hidden.
    pub value: Value,
    /// That as it is read.
    pub text: String,
}

/// Classes of equal width, of which a map has five at most.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    first: f64,
    step: f64,
    /// What each is called: from where to where.
    names: Vec<String>,
}

impl Classes {
    /// Classes with round ends in which all these values lie, named by `text`, which is given the two ends.
    pub fn covering(values: impl IntoIterator<Item = f64>, text: impl Fn(f64, f64) -> String) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            return Self { first: 0.0, step: 1.0, names: Vec::new() };
        }
        let step = step((high - low).max(low.abs().max(high.abs()) * 1e-6).max(1e-9));
        let first = (low / step).floor();
        let count = ((high / step).floor() - first) as usize + 1;
        let end = |n: usize| (first + n as f64) * step + 0.0;
        Self { first, step, names: (0..count).map(|n| text(end(n), end(n + 1))).collect() }
    }

    /// The class of a value, counted from 0.
    fn of(&self, value: f64) -> usize {
        (((value / self.step).floor() - self.first) as usize).min(self.names.len().saturating_sub(1))
    }

    fn darkness(&self, class: usize) -> f64 {
        DARKEST * class as f64 / (self.names.len().max(2) - 1) as f64
    }
}

/// A map of squares. It is the same way round in every language: west is to the left.
#[derive(Clone, Debug)]
pub struct Tiles<'t> {
    /// What goes around it.
    pub frame: Frame<'t>,
    /// The classes.
    pub classes: Classes,
    /// The areas.
    pub tiles: Vec<Tile>,
    /// What is said of squares without a number; none if nothing is to be said.
    pub hidden: Option<String>,
}

impl Tiles<'_> {
    /// The drawing.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::new(Frame { right_to_left: false, ..self.frame });
        let columns = self.tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(1);
        let rows = self.tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0);
        let side = (WIDTH - GAP) / f64::from(columns);
        for tile in &self.tiles {
            let at = (GAP + f64::from(tile.column) * side, GAP + f64::from(tile.row) * side);
            canvas.begin_named(&format!("{}: {}", tile.label, tile.text));
            self.square(&mut canvas, at, side - GAP, tile.value.point().map(|value| self.classes.of(value)));
            canvas.end_named();
        }
        let mut y = f64::from(rows) * side + 12.0;
        let keys = self.classes.names.iter().enumerate().map(|(class, name)| (Some(class), name));
        for (class, name) in keys.chain(self.hidden.iter().map(|said| (None, said))) {
            self.square(&mut canvas, (GAP, y), side - GAP, class);
            canvas.text((side + 10.0, y + (side + LETTERS) / 2.0 - 2.5), Hang::Start, name);
            y += side + 5.0;
        }
        canvas.done(y)
    }

    fn square(&self, canvas: &mut Canvas<'_>, (x, y): (f64, f64), side: f64, class: Option<usize>) {
        let mut attributes = r#" stroke="currentColor""#.to_owned();
        let text = match class {
            Some(class) => {
                let _ = write!(
                    attributes,
                    r#" fill="currentColor" fill-opacity="{:.2}""#,
                    self.classes.darkness(class)
                );
                (class + 1).to_string()
            }
            None => {
                attributes.push_str(r#" fill="none" stroke-dasharray="2 2""#);
                "–".to_owned()
            }
        };
        canvas.square((x, y), side, &attributes);
        canvas.number((x + side / 2.0, y + side / 2.0 + 5.0), Hang::Middle, &text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(column: u32, value: Option<f64>) -> Tile {
        let text = value.map_or("skjult".to_owned(), |value| format!("{:.0} %", 100.0 * value));
        let value = Value { estimate: value, ..Value::default() };
        Tile { column, row: 0, label: format!("Kommune {column}"), value, text }
    }

    fn map(values: &[Option<f64>]) -> String {
        let there = values.iter().flatten().copied();
        let classes =
            Classes::covering(there, |low, high| format!("{:.0} til {:.0} %", 100.0 * low, 100.0 * high));
        let tiles = (0..).zip(values).map(|(column, value)| tile(column, *value)).collect();
        let frame = Frame { id: "map", title: "T", description: "D", right_to_left: true };
        Tiles { frame, classes, tiles, hidden: Some("skjult".to_owned()) }.svg()
    }

    #[test]
    fn classes_have_round_ends_and_are_five_at_most() {
        let names =
            |values: &[f64]| Classes::covering(values.iter().copied(), |a, b| format!("{a:.2}-{b:.2}")).names;
        assert_eq!(names(&[0.121, 0.249]), ["0.10-0.15", "0.15-0.20", "0.20-0.25"]);
        assert_eq!(names(&[0.2, 0.2]).len(), 1);
        assert!(names(&[]).is_empty());
        for n in 1..200 {
            let high = 0.1 + f64::from(n) * 0.0037;
            assert!((1..=5).contains(&names(&[0.1, high]).len()), "{high}");
        }
    }

    #[test]
    fn a_class_is_told_by_its_number_and_a_square_says_what_it_is() {
        let svg = map(&[Some(0.12), Some(0.24), None]);
        assert!(svg.contains("<title>Kommune 0: 12 %</title>"), "{svg}");
        assert!(svg.contains(">1</text>") && svg.contains(">3</text>") && svg.contains(">–</text>"), "{svg}");
        assert!(svg.contains("10 til 15 %") && svg.contains("stroke-dasharray"), "{svg}");
        assert_eq!(svg.matches("<rect").count(), 3 + 3 + 1);
    }

    #[test]
    fn every_value_lies_in_the_class_that_names_it() {
        let values: Vec<f64> = (0..97).map(|n| 0.101 + 0.0013 * f64::from(n)).collect();
        let classes = Classes::covering(values.iter().copied(), |low, high| format!("{low} {high}"));
        for value in values {
            let name = &classes.names[classes.of(value)];
            let (low, high) = name.split_once(' ').unwrap();
            let (low, high): (f64, f64) = (low.parse().unwrap(), high.parse().unwrap());
            assert!(low <= value + 1e-12 && value < high + 1e-12, "{value} in {name}");
        }
    }

    #[test]
    fn letters_can_be_read_on_the_darkest_square_and_west_stays_west() {
        let svg = map(&[Some(0.1), Some(0.9)]);
        assert!(svg.contains(r#"fill-opacity="0.45""#), "{svg}");
        let first = svg.find("Kommune 0").unwrap();
        assert!(svg[first..].contains(r#"<rect x="1.5" y="1.5""#), "{svg}");
    }
}
