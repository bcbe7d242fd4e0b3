//! Lines over the years, one a series, with the interval of each point.

use crate::svg::{Canvas, Hang, LETTERS, WIDTH, wrapped};
use crate::{Axis, Frame, Value};

const LEFT: f64 = 52.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 14.0;
const HEIGHT: f64 = 200.0;
const LEGEND: usize = 44;
const DASHES: [&str; 4] = ["", "7 3", "2 3", "9 3 2 3"];

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it is of; empty if there is only one.
    pub name: String,
    /// A value for each place along the chart. Where there is none, the line is broken.
    pub values: Vec<Value>,
}

/// A chart of lines.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    /// What goes around it.
    pub frame: Frame<'t>,
    /// Where the values lie.
    pub axis: Axis,
    /// What stands along the chart: years, in their order.
    pub along: Vec<String>,
    /// The lines.
    pub series: Vec<Series>,
}

impl Lines<'_> {
    /// The drawing.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::new(self.frame);
        let bottom = TOP + HEIGHT;
        let up = |value: f64| bottom - self.axis.at(value) * HEIGHT;
        let steps = self.along.len().max(1) as f64;
        // side by side, so that intervals of several lines do not cover each other
        let aside =
            |n: usize| (n as f64 - (self.series.len() as f64 - 1.0) / 2.0) * 5.0_f64.min(30.0 / steps);
        let place = |at: usize| LEFT + (at as f64 + 0.5) * (WIDTH - LEFT - RIGHT) / steps;
        for (height, text) in self.axis.ticks() {
            let y = bottom - height * HEIGHT;
            canvas.line((LEFT, y), (WIDTH - RIGHT, y), r#" stroke-opacity="0.25""#);
            canvas.number((LEFT - 6.0, y + 5.0), Hang::End, text);
        }
        for (at, text) in self.along.iter().enumerate() {
            canvas.number((place(at), bottom + 6.0 + LETTERS), Hang::Middle, text);
        }
        for (n, series) in self.series.iter().enumerate() {
            let x = |at: usize| place(at) + aside(n);
            let mut run: Vec<(f64, f64)> = Vec::new();
            for (at, value) in series.values.iter().enumerate() {
                match value.point() {
                    Some(point) => run.push((x(at), up(point))),
                    None => draw(&mut canvas, &std::mem::take(&mut run), n),
                }
            }
            draw(&mut canvas, &run, n);
            for (at, value) in series.values.iter().enumerate() {
                if let Some((low, high)) = value.interval() {
                    canvas.line((x(at), up(low)), (x(at), up(high)), "");
                    for end in [low, high] {
                        canvas.line((x(at) - 3.0, up(end)), (x(at) + 3.0, up(end)), "");
                    }
                }
                if let Some(point) = value.point() {
                    mark(&mut canvas, (x(at), up(point)), n);
                }
            }
        }
        let mut y = bottom + 34.0;
        for (n, series) in self.series.iter().enumerate().filter(|(_, series)| !series.name.is_empty()) {
            draw(&mut canvas, &[(8.0, y), (36.0, y)], n);
            mark(&mut canvas, (22.0, y), n);
            for line in wrapped(&series.name, LEGEND) {
                canvas.text((44.0, y + 5.0), Hang::Start, &line);
                y += 1.3 * LETTERS;
            }
        }
        canvas.done(y)
    }
}

fn draw(canvas: &mut Canvas<'_>, points: &[(f64, f64)], n: usize) {
    if points.len() > 1 {
        let dashes = match DASHES[n % DASHES.len()] {
            "" => String::new(),
            dashes => format!(r#" stroke-dasharray="{dashes}""#),
        };
        canvas.path(points, &format!(r#" fill="none" stroke-width="2"{dashes}"#));
    }
}

/// A mark of its own for each series: a square, a diamond, a triangle, and the same hollow.
fn mark(canvas: &mut Canvas<'_>, (x, y): (f64, f64), n: usize) {
    let around: &[(f64, f64)] = match n % 3 {
        0 => &[(-4.0, -4.0), (4.0, -4.0), (4.0, 4.0), (-4.0, 4.0), (-4.0, -4.0)],
        1 => &[(0.0, -5.5), (5.5, 0.0), (0.0, 5.5), (-5.5, 0.0), (0.0, -5.5)],
        _ => &[(0.0, -5.0), (5.0, 4.0), (-5.0, 4.0), (0.0, -5.0)],
    };
    let points: Vec<(f64, f64)> = around.iter().map(|(dx, dy)| (x + dx, y + dy)).collect();
    canvas.path(&points, if n % 6 < 3 { r#" fill="currentColor""# } else { r#" fill="none""# });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(estimate: f64) -> Value {
        Value { estimate: Some(estimate), low: Some(estimate - 0.02), high: Some(estimate + 0.02) }
    }

    fn lines(series: Vec<Series>) -> String {
        Lines {
            frame: Frame { id: "need", title: "T", description: "D", right_to_left: false },
            axis: Axis::covering([0.3], |tick| format!("{:.0} %", 100.0 * tick)),
            along: ["2020", "2021", "2022"].map(str::to_owned).to_vec(),
            series,
        }
        .svg()
    }

    #[test]
    fn a_line_is_broken_where_there_is_no_number() {
        let whole = Series { name: String::new(), values: vec![value(0.1), value(0.2), value(0.3)] };
        let broken = Series { name: String::new(), values: vec![value(0.1), Value::default(), value(0.3)] };
        let drawn = |series| lines(vec![series]).matches(r#" fill="none" stroke-width="2""#).count();
        assert_eq!((drawn(whole), drawn(broken)), (1, 0));
    }

    #[test]
    fn two_lines_differ_without_colour_and_are_named() {
        let two =
            ["mænd", "kvinder"].map(|name| Series { name: name.to_owned(), values: vec![value(0.2); 3] });
        let svg = lines(two.to_vec());
        assert!(svg.contains("stroke-dasharray") && svg.contains("mænd") && svg.contains("kvinder"));
        assert!(!svg.contains("fill=\"#") && !svg.contains("stroke=\"#"));
    }

    #[test]
    fn the_same_numbers_give_the_same_drawing() {
        let series = || vec![Series { name: "x".to_owned(), values: vec![value(0.123_456); 3] }];
        assert_eq!(lines(series()), lines(series()));
    }
}
