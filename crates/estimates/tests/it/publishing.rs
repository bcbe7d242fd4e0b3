//! What may be shown, and how far it can be relied on.

use estimates::{Column, Design, Disclosure, Flag, Frame, Reliability, Shown, Sum, Survey};

use crate::world::{by_town, numbers};

const RULE: Disclosure = Disclosure { least: 5 };

#[test]
fn a_hidden_cell_takes_another_with_it() {
    // 3 of 3 + 20 + 9 = 32
    let shown = RULE.protect(&[3, 20, 9, 32], &[Sum { total: 3, parts: vec![0, 1, 2] }]).unwrap();
    assert_eq!(shown, [Shown::TooFew, Shown::Yes, Shown::ForOthers, Shown::Yes]);
    let whole = RULE.protect(&[30, 20, 9, 59], &[Sum { total: 3, parts: vec![0, 1, 2] }]).unwrap();
    assert!(whole.iter().all(|shown| *shown == Shown::Yes));
    assert!(RULE.protect(&[1], &[Sum { total: 4, parts: vec![0] }]).is_err());
}

#[test]
fn hidden_cells_are_enough_together() {
    // 1 and 2 would be known to be 3 together
    let shown = RULE.protect(&[1, 2, 40, 30, 73], &[Sum { total: 4, parts: vec![0, 1, 2, 3] }]).unwrap();
    assert_eq!(shown, [Shown::TooFew, Shown::TooFew, Shown::Yes, Shown::ForOthers, Shown::Yes]);
}

/// Whether a hidden cell of a table with sums follows from what is shown: sums with one unknown, again and again.
fn follows(rows: usize, shown: &[Shown]) -> bool {
    let columns = shown.len() / rows;
    let mut known: Vec<bool> = shown.iter().map(|shown| *shown == Shown::Yes).collect();
    loop {
        let before = known.clone();
        let lines = (0..rows)
            .map(|i| (0..columns).map(|j| j * rows + i).collect::<Vec<_>>())
            .chain((0..columns).map(|j| (0..rows).map(|i| j * rows + i).collect()));
        for line in lines {
            let unknown: Vec<usize> = line.into_iter().filter(|&cell| !known[cell]).collect();
            if let [one] = unknown.as_slice() {
                known[*one] = true;
            }
        }
        if known == before {
            return known.iter().zip(shown).any(|(known, shown)| *known && *shown != Shown::Yes);
        }
    }
}

#[test]
fn no_hidden_cell_of_a_table_follows_from_its_sums() {
    let mut draw = 1_u64;
    for _ in 0..60 {
        let (mut row, mut column) = (Vec::new(), Vec::new());
        for i in 0..4 {
            for j in 0..5 {
                draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                for _ in 0..(draw >> 33) % 14 {
                    row.push(Some(format!("r{i}")));
                    column.push(Some(format!("c{j}")));
                }
            }
        }
        let frame = Frame::new()
            .with("row", Column::categories(row))
            .and_then(|frame| frame.with("column", Column::categories(column)))
            .unwrap();
        let survey = Survey::new(frame, &Design::new()).unwrap();
        let table = survey.ask().cross_table("row", "column").unwrap();
        let shown = RULE.protect_table(&table);
        for (cell, shown) in table.cells.iter().zip(&shown) {
            assert_eq!(cell.n < 5, *shown == Shown::TooFew);
        }
        assert!(!follows(table.rows.len(), &shown), "{shown:?}");
    }
}

#[test]
fn shares_of_few_are_hidden_though_the_group_is_large() {
    let needed: Vec<f64> = (0..100).map(|person| f64::from(u8::from(person < 3))).collect();
    let frame = Frame::new().with("needed", numbers(&needed)).unwrap();
    let survey = Survey::new(frame, &Design::new()).unwrap();
    let few = survey.ask().mean(&["needed"]).unwrap();
    assert!(RULE.hides(&few.rows[0]));
    assert_eq!((few.rows[0].n, few.rows[0].nonzero), (100, 3));
    assert!(!Disclosure { least: 3 }.hides(&few.rows[0]));
}

#[test]
fn estimates_that_cannot_be_relied_on_are_flagged() {
    let survey = by_town();
    let flags = Reliability::default().flags(&survey.ask().mean(&["needed"]).unwrap().rows[0]);
    assert!(flags.contains(&Flag::FewRows(6)), "{flags:?}");
    assert!(flags.contains(&Flag::FewUnits(4.0)), "{flags:?}");
    assert!(flags.iter().any(|flag| matches!(flag, Flag::WideInterval(width) if *width > 0.3)), "{flags:?}");
    let needed: Vec<f64> = (0..2000).map(|person| f64::from(u8::from(person % 5 == 0))).collect();
    let frame = Frame::new().with("needed", numbers(&needed)).unwrap();
    let large = Survey::new(frame, &Design::new()).unwrap().ask().mean(&["needed"]).unwrap();
    assert!(Reliability::default().flags(&large.rows[0]).is_empty());
}
