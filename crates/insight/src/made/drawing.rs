//! The chart of a figure: lines where there are several years, a map where groups are municipalities, else bars. It shows what
//! the table beneath it shows.

use std::fmt::Write as _;

use charts::{Axis, Bar, Bars, Classes, Frame, Lines, Series, Tile, Tiles, Value};

use super::Terms;
use super::tiles::place_of;
use crate::analyst::{Cell, Told};
use crate::{Language, Words};

/// More lines than this cannot be followed; then the last year is drawn as bars.
const MOST_LINES: usize = 6;

/// The chart of a figure as SVG. `id` is a word that no other drawing of the page has.
#[must_use]
pub fn drawing(told: &Told, title: &str, language: Language, id: &str) -> String {
    let drawn = Drawn { told, language, terms: Terms(language) };
    if let Some(map) = map(&drawn, title, id) {
        return map;
    }
    let lines = drawn.series();
    match &told.years {
        Some(years) if lines.len() <= MOST_LINES => {
            let along: Vec<String> =
                years.codes.iter().map(|(_, words)| words.in_language(language).to_owned()).collect();
            let description = drawn.described(told.cells.iter());
            let frame = Frame { id, title, description: &description, right_to_left: false };
            Lines { frame, axis: drawn.axis(told.cells.iter()), along, series: lines }.svg()
        }
        _ => {
            let latest = told.latest();
            let cells =
                || told.cells.iter().filter(move |cell| latest.is_none() || cell.year.as_deref() == latest);
            let bars = cells().map(|cell| drawn.bar(cell)).collect();
            let description = drawn.described(cells());
            let frame = Frame { id, title, description: &description, right_to_left: false };
            Bars { frame, axis: drawn.axis(cells()), bars }.svg()
        }
    }
}

/// The map of a figure whose groups are municipalities, one square each; none if some group is none of them, or if it has
/// years or answers too.
fn map(drawn: &Drawn<'_>, title: &str, id: &str) -> Option<String> {
    let Drawn { told, .. } = *drawn;
    if told.years.is_some() || told.answers.is_some() {
        return None;
    }
    let tile = |cell: &Cell| {
        let (column, row) = place_of(cell.group.as_deref()?)?;
        Some(Tile { column, row, label: drawn.name(cell, false), value: value(cell), text: drawn.read(cell) })
    };
    let mut tiles: Vec<Tile> = told.cells.iter().map(tile).collect::<Option<_>>()?;
    if tiles.is_empty() {
        return None;
    }
    // those that are not in the figure are hidden, and keep their place
    let there: Vec<(u32, u32)> = tiles.iter().map(|tile| (tile.column, tile.row)).collect();
    let hidden = drawn.terms.not_shown();
    tiles.extend(super::tiles::all().filter(|place| !there.contains(&(place.column, place.row))).map(
        |place| {
            let (label, text) = (place.name.to_owned(), hidden.to_owned());
            Tile { column: place.column, row: place.row, label, value: Value::default(), text }
        },
    ));
    let is_anybody_hidden = tiles.iter().any(|tile| tile.value.estimate.is_none());
    let read = |value: f64| drawn.terms.read(value, told.is_share, 0);
    let classes = Classes::covering(told.cells.iter().filter_map(|cell| cell.estimate), |low, high| {
        drawn.terms.range(&read(low), &read(high))
    });
    let description = drawn.described(told.cells.iter());
    let frame = Frame { id, title, description: &description, right_to_left: false };
    Some(Tiles { frame, classes, tiles, hidden: is_anybody_hidden.then(|| hidden.to_owned()) }.svg())
}

struct Drawn<'t> {
    told: &'t Told,
    language: Language,
    terms: Terms,
}

impl Drawn<'_> {
    fn say<'w>(&self, words: &'w Words) -> &'w str {
        words.in_language(self.language)
    }

    /// A line for each group and answer, with a value for each year.
    fn series(&self) -> Vec<Series> {
        let Some(years) = &self.told.years else { return Vec::new() };
        let (mut known, mut lines) = (Vec::new(), Vec::new());
        for cell in &self.told.cells {
            let key = (&cell.group, &cell.answer);
            if known.contains(&key) {
                continue;
            }
            known.push(key);
            let at = |year: &String| {
                let here =
                    |other: &&Cell| (&other.group, &other.answer) == key && other.year.as_ref() == Some(year);
                self.told.cells.iter().find(here).map_or_else(Value::default, value)
            };
            let values = years.codes.iter().map(|(year, _)| at(year)).collect();
            lines.push(Series { name: self.name(cell, false), values });
        }
        lines
    }

    fn bar(&self, cell: &Cell) -> Bar {
        let name = self.name(cell, true);
        let label = if name.is_empty() { self.say(&self.told.question).to_owned() } else { name };
        Bar { label, value: value(cell), text: self.read(cell) }
    }

    fn name(&self, cell: &Cell, with_year: bool) -> String {
        let own = [(&self.told.groups, &cell.group), (&self.told.answers, &cell.answer)];
        let mut parts: Vec<String> = Vec::new();
        if let (true, Some(years), Some(year)) = (with_year, &self.told.years, &cell.year) {
            parts.push(self.say(&years.label(year)).to_owned());
        }
        for (axis, code) in own {
            if let (Some(axis), Some(code)) = (axis, code) {
                parts.push(self.say(&axis.label(code)).to_owned());
            }
        }
        parts.join(", ")
    }

    fn read(&self, cell: &Cell) -> String {
        match (cell.estimate, cell.hidden) {
            (Some(value), _) => self.terms.read(value, self.told.is_share, 0),
            (None, Some(_)) => self.terms.hidden_short().to_owned(),
            (None, None) => self.terms.none().to_owned(),
        }
    }

    fn axis<'c>(&self, cells: impl Iterator<Item = &'c Cell>) -> Axis {
        let ends = cells.flat_map(|cell| [cell.low, cell.high, cell.estimate]).flatten();
        Axis::covering(ends, |tick| self.terms.read(tick, self.told.is_share, 0))
    }

    /// Every number in words, for whoever does not see the drawing.
    fn described<'c>(&self, cells: impl Iterator<Item = &'c Cell>) -> String {
        let definition = self.say(&self.told.definition);
        let mut text = definition.to_owned();
        if !definition.ends_with(['.', '?', '!']) {
            text.push('.');
        }
        for cell in cells {
            let labels: Vec<String> =
                self.told.label(cell).iter().map(|label| self.say(label).to_owned()).collect();
            let _ = write!(text, " {}: {}.", labels.join(", "), self.read(cell));
        }
        text
    }
}

fn value(cell: &Cell) -> Value {
    Value { estimate: cell.estimate, low: cell.low, high: cell.high }
}
