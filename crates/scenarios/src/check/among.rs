//! What no two scenarios may have in common: two stories may be played in one sandbox.

use std::collections::BTreeMap;

use super::Finding;
use crate::Scenario;

pub(super) fn check(scenarios: &[(String, Scenario)], findings: &mut Vec<Finding>) {
    let mut numbers: BTreeMap<String, &str> = BTreeMap::new();
    let mut organisations: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    let mut first = |what: String, file: &'_ str, owner: Option<&str>, line: u64, field: String| {
        if let Some(owner) = owner {
            let what = format!("{owner} has {what} already");
            findings.push(Finding { file: file.to_owned(), line, field, what });
        }
    };
    for (file, scenario) in scenarios {
        let line = scenario.title.line;
        let owner = numbers.insert(format!("number {}", scenario.number), file);
        first(format!("number {}", scenario.number), file, owner, line, "number".to_owned());
        for (key, person) in &scenario.people {
            let named = format!("somebody called {key}");
            let owner = numbers.insert(named.clone(), file);
            first(named, file, owner, person.name.line, format!("people.{key}"));
            let number: String = person.cpr.text.chars().filter(char::is_ascii_digit).collect();
            let owner = numbers.insert(format!("cpr {number}"), file);
            let owner = owner.filter(|other| other != file);
            first("this CPR number".to_owned(), file, owner, person.cpr.line, format!("people.{key}.cpr"));
        }
        for (key, organisation) in &scenario.organisations {
            let (cvr, name) = (organisation.cvr.as_str(), organisation.name.as_str());
            let known = *organisations.entry(cvr).or_insert((name, file));
            let owner = (known.0 != name).then_some(known.1);
            let what = format!("this CVR number for {}", known.0);
            first(what, file, owner, organisation.cvr.line, format!("organisations.{key}.cvr"));
        }
    }
}
