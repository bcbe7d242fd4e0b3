//! JSON-stat 2.0 (<https://json-stat.org/full/>): a cube of year, group and answer, with the numbers as its metric.

use serde_json::{Map, Value, json};

use super::{Given, numbers};
use crate::analyst::Changed;

const MEASURES: [&str; 5] = ["estimate", "low", "high", "se", "n"];

pub(super) fn made(given: &Given<'_>) -> String {
    let told = given.told;
    let axes: Vec<_> = told.axes().collect();
    let mut ids: Vec<String> = axes.iter().map(|axis| axis.name.clone()).collect();
    let mut sizes: Vec<usize> = axes.iter().map(|axis| axis.codes.len()).collect();
    let mut dimensions = Map::new();
    for axis in &axes {
        let index: Vec<&String> = axis.codes.iter().map(|(code, _)| code).collect();
        let label: Map<String, Value> =
            axis.codes.iter().map(|(code, words)| (code.clone(), json!(given.say(words)))).collect();
        let dimension =
            json!({ "label": given.say(&axis.words), "category": { "index": index, "label": label } });
        dimensions.insert(axis.name.clone(), dimension);
    }
    let labels: Map<String, Value> = MEASURES
        .iter()
        .zip(given.terms().measures())
        .map(|(code, label)| ((*code).to_owned(), json!(label)))
        .collect();
    let unit = if told.is_share { "1" } else { "" };
    let units: Map<String, Value> =
        MEASURES[..4].iter().map(|code| ((*code).to_owned(), json!({ "base": unit }))).collect();
    dimensions.insert(
        "measure".to_owned(),
        json!({ "label": given.terms().numbers(), "category": { "index": MEASURES, "label": labels, "unit": units } }),
    );
    ids.push("measure".to_owned());
    sizes.push(MEASURES.len());
    let mut values = vec![Value::Null; sizes.iter().product()];
    let mut status = Map::new();
    for cell in &told.cells {
        let place = told.place(cell).into_iter().zip(&axes).try_fold(0, |at, (code, axis)| {
            let own = axis.codes.iter().position(|(own, _)| own == code)?;
            Some(at * axis.codes.len() + own)
        });
        let Some(place) = place else { continue };
        let from = place * MEASURES.len();
        for (at, number) in (from..).zip(numbers(cell)) {
            values[at] = number.map_or(Value::Null, |number| json!(number));
        }
        let remark = given.remark(cell);
        if !remark.is_empty() {
            status.insert(from.to_string(), json!(remark));
        }
    }
    let time: Vec<&String> = told.years.iter().map(|axis| &axis.name).collect();
    let facts: Vec<String> =
        given.facts().into_iter().map(|(name, fact)| format!("{name}: {fact}")).collect();
    let mut role = json!({ "metric": ["measure"] });
    if !time.is_empty() {
        role["time"] = json!(time);
    }
    let cube = json!({
        "version": "2.0",
        "class": "dataset",
        "label": given.say(&given.title),
        "source": given.say(&told.source),
        "updated": given.day.to_string(),
        "note": facts,
        "id": ids,
        "size": sizes,
        "role": role,
        "dimension": dimensions,
        "value": values,
        "status": status,
        "extension": {
            "definition": given.say(&told.definition),
            "base": given.say(&told.base),
            "method": given.say(&told.method),
            "command": told.command,
            "changeCommand": told.change_command,
            "changes": told.changes.iter().map(changed).collect::<Vec<_>>(),
            "sentences": told.changes.iter().map(|change| given.say(&change.sentence)).collect::<Vec<_>>(),
        },
    });
    serde_json::to_string_pretty(&cube).unwrap_or_default() + "\n"
}

/// A change in plain fields.
fn changed(change: &Changed) -> Value {
    json!({
        "group": change.group,
        "answer": change.answer,
        "from": change.from,
        "to": change.to,
        "values": change.values,
        "difference": change.difference,
        "interval": change.interval,
        "pValue": change.p_value,
        "supported": change.supported,
    })
}
