//! A small invented survey.

use estimates::{Column, Design, Frame, Survey};

/// Numbers that are all there.
pub(crate) fn numbers(values: &[f64]) -> Column {
    Column::numbers(values.iter().copied().map(Some))
}

/// Categories that are all there.
pub(crate) fn labels(values: &[&str]) -> Column {
    Column::categories(values.iter().copied().map(Some))
}

/// Six people of two towns: Aase, Bo and Conny of Vejle (30 people), Dina, Erik and Fie of Ribe (60).
pub(crate) fn six() -> Frame {
    Frame::new()
        .with("town", labels(&["Vejle", "Vejle", "Vejle", "Ribe", "Ribe", "Ribe"]))
        .and_then(|frame| frame.with("size", numbers(&[30.0, 30.0, 30.0, 60.0, 60.0, 60.0])))
        .and_then(|frame| frame.with("sex", labels(&["k", "m", "k", "k", "m", "k"])))
        .and_then(|frame| frame.with("visits", numbers(&[1.0, 2.0, 3.0, 2.0, 6.0, 4.0])))
        .and_then(|frame| frame.with("needed", numbers(&[1.0, 0.0, 0.0, 1.0, 1.0, 0.0])))
        .expect("six people")
}

/// The six, drawn by town.
pub(crate) fn by_town() -> Survey {
    Survey::new(six(), &Design::new().strata("town").population("size")).expect("a survey")
}

/// Two numbers that are the same but for rounding.
#[track_caller]
pub(crate) fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-12 * (1.0 + b.abs()), "{a} and {b}");
}
