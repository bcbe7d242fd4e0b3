//! Files of the fixture sets.

use std::path::Path;

use estimates::{Column, Expression, Frame};
use serde_json::Value;

use super::{Trouble, unsupported};
use crate::Reading;
use crate::margins::labels;

/// A file as columns.
pub(super) fn table(path: &Path) -> Result<Frame, Trouble> {
    let reading = Reading { missing: vec!["NA".to_owned()], ..Reading::default() };
    match reading.read(path) {
        Ok(table) => Ok(table.frame),
        Err(error) => unsupported(error.to_string()),
    }
}

/// The data of a set, with what files beside it say of its rows, by their `id`.
pub(super) fn frame(folder: &Path, set: &str) -> Result<Frame, Trouble> {
    let mut frame = table(&folder.join(format!("{set}.csv")))?;
    join_others(folder, set, &mut frame)?;
    Ok(frame)
}

fn join_others(folder: &Path, set: &str, frame: &mut Frame) -> Result<(), Trouble> {
    let Ok(ids) = labels(frame, "id") else { return Ok(()) };
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for path in files {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let own = name.strip_prefix(set).is_some_and(|rest| rest.starts_with('_')) && name.ends_with(".csv");
        if !own || !crate::names(&path).is_ok_and(|names| names.iter().any(|name| name == "id")) {
            continue;
        }
        let other = table(&path)?;
        let keys = labels(&other, "id")?;
        let place: std::collections::HashMap<&String, usize> =
            keys.iter().enumerate().filter_map(|(at, key)| Some((key.as_ref()?, at))).collect();
        let new: Vec<String> =
            other.names().filter(|name| frame.column(name).is_err()).map(str::to_owned).collect();
        for name in new {
            let places: Vec<Option<usize>> =
                ids.iter().map(|id| id.as_ref().and_then(|id| place.get(id).copied())).collect();
            let column = match other.column(&name)? {
                Column::Numbers(values) => Column::numbers(places.iter().map(|at| at.map(|at| values[at]))),
                _ => {
                    let values = labels(&other, &name)?;
                    Column::categories(places.iter().map(|at| at.and_then(|at| values[at].clone())))
                }
            };
            frame.push(name, column)?;
        }
    }
    Ok(())
}

/// Adds a variable that a design or a case derives: `1 if needed_help == 1 else 0`, `age >= 65`.
pub(super) fn derive(frame: &mut Frame, name: &str, how: &str) -> Result<(), Trouble> {
    if frame.column(name).is_ok() {
        return Ok(());
    }
    let how = how.split(';').next().unwrap_or_default().trim();
    let numbers = |text: &str| -> Result<Vec<f64>, Trouble> {
        match Expression::read(text).and_then(|expression| expression.numbers(frame)) {
            Ok(values) => Ok(values),
            Err(error) => unsupported(format!("{name} = {how}: {error}")),
        }
    };
    let values = match how.split_once(" if ").and_then(|(yes, rest)| Some((yes, rest.rsplit_once(" else ")?)))
    {
        Some((yes, (condition, no))) => {
            let (yes, condition, no) = (numbers(yes)?, numbers(condition)?, numbers(no)?);
            let chosen = |row: usize| {
                if !condition[row].is_nan() && condition[row] != 0.0 { yes[row] } else { no[row] }
            };
            (0..frame.rows()).map(chosen).collect()
        }
        None => numbers(how)?,
    };
    frame.push(name, Column::Numbers(values))?;
    Ok(())
}

/// Everything that designs and cases derive, in the order of the file: `{"helped": "…"}`, or `senior = age >= 65`.
pub(super) fn derive_all(frame: &mut Frame, expected: &Value) -> Result<(), Trouble> {
    let designs = expected["designs"].as_object().into_iter().flat_map(|designs| designs.values());
    let cases = expected["cases"].as_array().into_iter().flatten();
    let said = designs.map(|design| &design["derived"]);
    let said: Vec<&Value> =
        said.chain(cases.flat_map(|case| [&case["derived"], &case["args"]["derived"]])).collect();
    for derived in said {
        let found = match derived {
            Value::Object(fields) => fields
                .iter()
                .filter_map(|(name, how)| Some((name.clone(), how.as_str()?.to_owned())))
                .collect(),
            Value::String(text) => text
                .split_once(" = ")
                .map(|(name, how)| vec![(name.trim().to_owned(), how.to_owned())])
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        for (name, how) in found {
            // a variable that cannot be derived is missed by the cases that need it, and only by them
            if let Err(Trouble::Refused(why)) = derive(frame, &name, &how) {
                return unsupported(why);
            }
        }
    }
    Ok(())
}
