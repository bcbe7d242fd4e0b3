//! What a change changed, field by field.

use serde_json::{Map, Value};

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The name of the field.
    pub field: String,
    /// Its value before; `None` where there was none.
    pub before: Option<String>,
    /// Its value after; `None` where there is none any more.
    pub after: Option<String>,
}

/// The fields that differ between two things as JSON, in the order of their names. What is not an object is one
/// field without a name.
#[must_use]
pub fn changes(before: Option<&str>, after: Option<&str>) -> Vec<FieldChange> {
    let (before, after) = (fields(before), fields(after));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .map(|name| FieldChange {
            field: name.clone(),
            before: before.get(name).and_then(shown),
            after: after.get(name).and_then(shown),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

fn fields(json: Option<&str>) -> Map<String, Value> {
    match json.map(|json| serde_json::from_str(json).unwrap_or_else(|_| Value::String(json.to_owned()))) {
        Some(Value::Object(fields)) => fields,
        Some(other) => Map::from_iter([(String::new(), other)]),
        None => Map::new(),
    }
}

/// A text without its quotation marks, everything else as JSON, null as nothing.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(before: Option<&str>, after: Option<&str>) -> Vec<String> {
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        changes(before, after)
            .into_iter()
            .map(|change| format!("{}: {} > {}", change.field, or_dash(change.before), or_dash(change.after)))
            .collect()
    }

    #[test]
    fn only_what_differs_is_shown() {
        let before = r#"{"name":"Vejle Bibliotek","phone":"75 82 32 00","open":true,"cvr":null}"#;
        let after = r#"{"name":"Vejle Bibliotek","phone":"76 81 00 00","topics":["mitid"]}"#;
        assert_eq!(
            written(Some(before), Some(after)),
            ["open: true > -", "phone: 75 82 32 00 > 76 81 00 00", "topics: - > [\"mitid\"]"]
        );
    }

    #[test]
    fn a_new_thing_shows_all_it_has_and_a_removed_one_all_it_had() {
        let thing = r#"{"role":"librarian","valid_to":null}"#;
        assert_eq!(written(None, Some(thing)), ["role: - > librarian"]);
        assert_eq!(written(Some(thing), None), ["role: librarian > -"]);
        assert!(written(None, None).is_empty());
    }

    #[test]
    fn what_is_no_object_is_shown_as_it_is() {
        assert_eq!(written(Some("12"), Some("not json")), [": 12 > not json"]);
    }
}
