//! Charts of estimates as SVG: bars and lines, each with its interval, and maps of squares.
//!
//! A drawing carries no style and no script, so it may stand in a page whose policy allows neither. It is drawn in the colour
//! of the text around it; series differ by dashes and marks, areas by numbers, never by
//! colour alone. It has a title and a description for those
//! who do not see it, and runs from right to left where the language does. What it shows stands in a table too: that is for
//! whoever uses it to see to.
//!
//! ```
//! use charts::{Axis, Bar, Bars, Frame, Value};
//!
//! let share = Value { estimate: Some(0.18), low: Some(0.17), high: Some(0.19) };
//! let drawing = Bars {
//!     frame: Frame { id: "need", title: "Need for help", description: "18 % in 2024", right_to_left: false },
//!     axis: Axis::covering([0.19], |tick| format!("{:.0} %", 100.0 * tick)),
//!     bars: vec![Bar { label: "2024".to_owned(), value: share, text: "18 %".to_owned() }],
//! };
//! assert!(drawing.svg().starts_with("<svg"));
//! ```

mod axis;
mod bars;
mod lines;
mod svg;
mod tiles;

pub use axis::Axis;
pub use bars::{Bar, Bars};
pub use lines::{Lines, Series};
pub use svg::Frame;
pub use tiles::{Classes, Tile, Tiles};

/// An estimate and its interval. What is absent is not drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Value {
    /// The estimate.
    pub estimate: Option<f64>,
    /// The lower end of its interval.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
}

impl Value {
    fn interval(&self) -> Option<(f64, f64)> {
        Some((self.low.filter(|low| low.is_finite())?, self.high.filter(|high| high.is_finite())?))
    }

    fn point(&self) -> Option<f64> {
        self.estimate.filter(|value| value.is_finite())
    }
}
