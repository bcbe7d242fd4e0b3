//! Files of the fixture sets.

use std::path::Path;

use estimates::{Column, Frame};

/// A table of text.
pub(crate) fn table(path: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_path(path).expect("a table");
    let names: Vec<String> = reader.headers().expect("a first line").iter().map(str::to_owned).collect();
    let mut columns = vec![Vec::new(); names.len()];
    for record in reader.records() {
        for (column, value) in columns.iter_mut().zip(record.expect("a line").iter()) {
            column.push(value.to_owned());
        }
    }
    (names, columns)
}

/// Columns with numbers are numbers, unless one begins with a zero that means something.
fn column(values: &[String]) -> Column {
    let plain = |value: &String| {
        let code = value.len() > 1 && value.starts_with('0') && !value.contains('.');
        value.is_empty() || (!code && value.parse::<f64>().is_ok())
    };
    if values.iter().all(plain) {
        Column::numbers(values.iter().map(|value| value.parse().ok()))
    } else {
        Column::categories(values.iter().map(|value| (!value.is_empty()).then_some(value)))
    }
}

/// The data of a set, with the variables that its cases derive from them.
pub(crate) fn frame(folder: &Path, set: &str) -> Frame {
    let (names, columns) = table(&folder.join(format!("{set}.csv")));
    let mut frame = Frame::new();
    for (name, values) in names.iter().zip(&columns) {
        frame.push(name, column(values)).expect("a column");
    }
    if set == "dk" {
        derive(folder, &mut frame, &names, &columns);
    }
    frame
}

fn derive(folder: &Path, frame: &mut Frame, names: &[String], columns: &[Vec<String>]) {
    let column = |name: &str| &columns[names.iter().position(|known| known == name).expect("a column")];
    let number = |value: bool| Some(f64::from(u8::from(value)));
    let senior = column("age").iter().map(|age| number(age.parse::<f64>().expect("an age") >= 65.0));
    frame.push("senior", Column::numbers(senior)).expect("a new column");
    let helped = column("needed_help").iter().map(|needed| number(needed == "1"));
    frame.push("helped", Column::numbers(helped)).expect("a new column");
    let ages = age_groups(frame);
    let region_age = column("region").iter().zip(column("age_group")).map(|(region, age)| {
        let number = ages.iter().position(|known| known == age).expect("an age group") + 1;
        Some(format!("{region}/{number}"))
    });
    let region_age = Column::categories(region_age);
    frame.push("region_age", region_age).expect("a new column");
    let (_, groups) = table(&folder.join("dk_2024_rgroups.csv"));
    let group_of: std::collections::HashMap<&String, &String> = groups[0].iter().zip(&groups[1]).collect();
    let group = column("id").iter().map(|id| group_of.get(id).map(|group| group.parse().expect("a group")));
    frame.push("rgroup", Column::numbers(group)).expect("a new column");
}

/// The age groups, youngest first.
pub(crate) fn age_groups(frame: &Frame) -> Vec<String> {
    match frame.column("age_group").expect("age groups") {
        Column::Categories { labels, .. } => labels.clone(),
        _ => panic!("age groups are categories"),
    }
}
