//! What was expected beside what came out.

use serde_json::Value;

/// All places in which a case differs from its expectation.
pub(super) fn differences(case: &Value, got: &Value) -> Vec<String> {
    let rtol = case["rtol"].as_f64().unwrap_or(1e-8);
    let mut accepted = Vec::new();
    if case["prefer"] != "4.5" || case["results_4_5"].is_null() {
        accepted.push(&case["results"]);
    }
    if !case["results_4_5"].is_null() && (case["prefer"] == "4.5" || !case["fragile"].is_null()) {
        accepted.push(&case["results_4_5"]);
    }
    let tolerance = Tolerance { rtol, certain: !case["se_check"].is_null() };
    let mut best: Option<Vec<String>> = None;
    for expected in accepted {
        let mut wrong = Vec::new();
        tolerance.compare(expected, &got["results"], "", &mut wrong);
        if best.as_ref().is_none_or(|best| wrong.len() < best.len()) {
            best = Some(wrong);
        }
    }
    let mut wrong = best.unwrap_or_default();
    if !case["vcov"].is_null() {
        tolerance.compare(&case["vcov"], &got["vcov"], "vcov", &mut wrong);
    }
    wrong
}

/// What came, in the order of what was expected: rows of a table by groups are found by their groups.
fn in_order<'v>(expected: &[Value], found: &'v [Value]) -> Vec<&'v Value> {
    let groups = |row: &Value| row["by"].as_object().filter(|by| !by.is_empty()).cloned();
    if expected.iter().any(|row| groups(row).is_none()) {
        return found.iter().collect();
    }
    let mut used = vec![false; found.len()];
    let mut ordered = Vec::new();
    for row in expected {
        let own = |at: &usize| !used[*at] && groups(&found[*at]) == groups(row);
        let Some(at) = (0..found.len()).find(own) else { return found.iter().collect() };
        used[at] = true;
        ordered.push(&found[at]);
    }
    ordered
}

struct Tolerance {
    rtol: f64,
    /// Standard errors are zero but for rounding.
    certain: bool,
}

impl Tolerance {
    fn compare(&self, expected: &Value, got: &Value, at: &str, wrong: &mut Vec<String>) {
        match expected {
            Value::Array(list) => {
                let found: &[Value] = got.as_array().map_or(&[], Vec::as_slice);
                if found.len() != list.len() {
                    wrong.push(format!("{at}: {} expected, {} came", list.len(), found.len()));
                    return;
                }
                for (number, (item, other)) in list.iter().zip(in_order(list, found)).enumerate() {
                    self.compare(item, other, &format!("{at}[{number}]"), wrong);
                }
            }
            Value::Object(fields) => {
                for (name, value) in fields {
                    let spread = ["cv", "ci_normal", "ci_t"].contains(&name.as_str());
                    if name == "name" || name == "method" || (self.certain && spread) {
                        continue;
                    }
                    if self.certain && name == "se" {
                        let (se, estimate) = (number(&got["se"]), number(&got["estimate"]));
                        if se > 1e-9 * estimate {
                            wrong.push(format!("{at}.se: {se} is not zero"));
                        }
                        continue;
                    }
                    self.compare(value, &got[name], &format!("{at}.{name}"), wrong);
                }
            }
            Value::Number(_) => {
                let (expected, found) = (number(expected), number(got));
                let near = (found - expected).abs() <= self.rtol * expected.abs() + 1e-10;
                if !near {
                    wrong.push(format!("{at}: {expected} expected, {found} came"));
                }
            }
            other => {
                if other != got {
                    wrong.push(format!("{at}: {other} expected, {got} came"));
                }
            }
        }
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().or_else(|| value.as_str()?.parse().ok()).unwrap_or(f64::NAN)
}
