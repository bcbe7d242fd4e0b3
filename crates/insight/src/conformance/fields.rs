//! Plain fields of designs and cases, and those that only R's call says.

use serde_json::Value;

/// One text, or a list of them.
pub(super) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// One number, or a list of them.
pub(super) fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Number(_) => value.as_f64().into_iter().collect(),
        Value::Array(list) => list.iter().filter_map(Value::as_f64).collect(),
        _ => Vec::new(),
    }
}

/// What a call of R gives to an argument: `strata=~stype` gives `~stype`. Parentheses are kept whole.
pub(super) fn argument<'r>(call: &'r str, name: &str) -> Option<&'r str> {
    let mut from = 0;
    while let Some(found) = call[from..].find(name) {
        let at = from + found;
        from = at + name.len();
        let before = call[..at].chars().next_back();
        let rest = call[from..].trim_start();
        let alone = before.is_none_or(|c| !(c.is_alphanumeric() || c == '.' || c == '_' || c == '$'));
        if !alone || !rest.starts_with('=') || rest.starts_with("==") {
            continue;
        }
        let value = rest[1..].trim_start();
        let mut depth = 0_i32;
        let end = value.find(|c: char| {
            depth += match c {
                '(' | '[' | '{' => 1,
                ')' | ']' | '}' => -1,
                _ => 0,
            };
            depth < 0 || (depth == 0 && c == ',')
        });
        return Some(value[..end.unwrap_or(value.len())].trim());
    }
    None
}

/// The variables of a formula of R: `~dnum + snum` names two, `~1` and `~0` none.
pub(super) fn of_formula(formula: &str) -> Vec<String> {
    let formula = formula.trim().trim_start_matches('~');
    let parts = formula.split(['+', ':', '*']).map(str::trim);
    parts.filter(|part| !part.is_empty() && !["1", "0", "NULL"].contains(part)).map(unwrapped).collect()
}

/// A variable without what makes it a factor: `factor(year)` and `year_f` are `year` here.
fn unwrapped(part: &str) -> String {
    let inner = ["factor(", "I(", "C("].iter().find_map(|open| part.strip_prefix(open)?.strip_suffix(')'));
    inner.unwrap_or(part).trim().to_owned()
}

/// The variables that a design names in a field, or, lacking the field, in an argument of R's call.
pub(super) fn names(said: &Value, field: &str) -> Vec<String> {
    let listed = texts(&said[field]);
    if !listed.is_empty() || said.get(field).is_some() {
        return listed.iter().flat_map(|text| of_formula(text)).collect();
    }
    let call = said["r"].as_str().unwrap_or_default();
    argument(call, field).filter(|value| value.starts_with('~')).map(of_formula).unwrap_or_default()
}

/// Whether a design says yes to something, in a field or in an argument of R's call.
pub(super) fn yes(said: &Value, field: &str) -> bool {
    match &said[field] {
        Value::Bool(yes) => *yes,
        _ => matches!(argument(said["r"].as_str().unwrap_or_default(), field), Some("TRUE" | "T")),
    }
}

/// The rows of a design, as a condition: from its field, or from `data=x[x$year==2024,]`, or `data=x24` where other designs
/// cut the file by a year.
pub(super) fn rows(said: &Value, all: &Value) -> Option<String> {
    if let Some(rows) = said["rows"].as_str() {
        return Some(rows.to_owned());
    }
    let call = said["r"].as_str().unwrap_or_default();
    let data = argument(call, "data")?;
    if let Some((name, condition)) = data.strip_suffix(']').and_then(|data| data.split_once('[')) {
        let condition = condition.trim_end().trim_end_matches(',').replace(&format!("{name}$"), "");
        return Some(condition.replace('&', " and ").replace('|', " or ").replace("%in% c", "in "));
    }
    let number = data.trim_start_matches(|c: char| !c.is_ascii_digit());
    if number.len() == 2 && number.parse::<u8>().is_ok() {
        let conditions = all.as_object()?.values().filter_map(|other| other["rows"].as_str());
        return conditions.into_iter().find(|rows| rows.trim_end().ends_with(number)).map(str::to_owned);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_only_the_call_says_is_read_from_it() {
        let call = "as.svrepdesign(svydesign(ids=~a + b, strata = ~s, data=x[x$year==2024,], nest=TRUE), type='JK1')";
        let said = json!({ "r": call });
        assert_eq!(names(&said, "ids"), ["a", "b"]);
        assert_eq!(names(&said, "strata"), ["s"]);
        assert!(names(&said, "fpc").is_empty());
        assert!(yes(&said, "nest"));
        assert_eq!(argument(call, "type"), Some("'JK1'"));
        assert_eq!(rows(&said, &Value::Null).as_deref(), Some("year==2024"));
    }

    #[test]
    fn a_field_goes_before_the_call() {
        let said = json!({ "r": "svydesign(ids=~1, strata=~s)", "strata": null, "ids": ["psu"] });
        assert!(names(&said, "strata").is_empty());
        assert_eq!(names(&said, "ids"), ["psu"]);
    }

    #[test]
    fn a_year_that_other_designs_cut_by_is_found() {
        let all = json!({ "d24": { "rows": "year == 2024" } });
        assert_eq!(
            rows(&json!({ "r": "svydesign(ids=~1, data=x24)" }), &all).as_deref(),
            Some("year == 2024")
        );
        assert_eq!(rows(&json!({ "r": "svydesign(ids=~1, data=x)" }), &all), None);
    }
}
