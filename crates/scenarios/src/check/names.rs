//! Whoever and whatever is named is there.

use std::collections::BTreeSet;

use super::{Findings, Known};
use crate::{Goal, Name, Operation, Scenario};

/// Folders that every mailbox has.
const FIXED: [&str; 3] = ["inbox", "archive", "sent"];

pub(super) fn check(scenario: &Scenario, known: Known<'_>, found: &mut Findings<'_>) {
    let folders = folders(scenario);
    let mut names = Names { scenario, known, folders, found };
    for (key, person) in &scenario.people {
        let field = format!("people.{key}");
        if person.role.is_some() != person.at.is_some() {
            names.found.add(person.name.line, &field, "`is` and `at` belong together");
        }
        names.organisation(&format!("{field}.at"), person.at.as_ref());
        names.person(&format!("{field}.child_of"), person.child_of.as_ref());
    }
    for (key, letter) in &scenario.letters {
        names.organisation(&format!("letters.{key}.from"), Some(&letter.from));
        names.holder(&format!("letters.{key}.to"), &letter.to);
    }
    for (n, operation) in scenario.already.iter().enumerate() {
        names.operation(&format!("already[{n}]"), operation);
    }
    for (n, task) in scenario.tasks.iter().enumerate() {
        let field = format!("tasks[{n}]");
        names.person(&format!("{field}.as"), Some(&task.who));
        for (at, goal) in task.goal.iter().enumerate() {
            names.goal(&format!("{field}.goal[{at}]"), goal);
        }
        for (at, operation) in task.solution.iter().enumerate() {
            names.operation(&format!("{field}.solution[{at}]"), operation);
        }
        let pages = task.show.iter().filter_map(|show| show.page.as_ref()).chain(&task.start);
        for page in pages {
            if !page.text.starts_with('/') || page.text.starts_with("//") {
                let what = format!("{page} is no page: it begins with one /");
                names.found.add(page.line, format!("{field}.show"), what);
            }
        }
        let right = task.choices.iter().filter(|choice| choice.right).count();
        if !task.choices.is_empty() && (right != 1 || task.choices.len() < 2) {
            let what = "two choices or more are needed, and one of them is right";
            names.found.add(task.text.line, format!("{field}.choices"), what);
        }
        if task.choices.is_empty() && task.goal.is_empty() {
            let what = "there is neither a goal nor anything to choose";
            names.found.add(task.text.line, &field, what);
        }
        if !task.goal.is_empty() && task.solution.is_empty() {
            let what = "nothing says how the goal is reached";
            names.found.add(task.text.line, format!("{field}.solution"), what);
        }
        if task.hints.is_empty() {
            names.found.add(task.text.line, format!("{field}.hints"), "at least one hint is needed");
        }
    }
    for (n, question) in scenario.quiz.iter().enumerate() {
        let right = question.choices.iter().filter(|choice| choice.right).count();
        if right != 1 || question.choices.len() < 2 {
            let what = "two choices or more are needed, and one of them is right";
            names.found.add(question.text.line, format!("quiz[{n}].choices"), what);
        }
    }
    if scenario.tasks.is_empty() {
        names.found.add(scenario.title.line, "tasks", "there is nothing to do");
    }
    if scenario.audiences.is_empty() {
        names.found.add(scenario.title.line, "for", "it is for nobody");
    }
}

/// Every folder that anybody makes in the story, in lower case.
fn folders(scenario: &Scenario) -> BTreeSet<String> {
    let done = scenario.already.iter().chain(scenario.tasks.iter().flat_map(|task| &task.solution));
    let made = done.filter_map(|operation| match operation {
        Operation::MakeFolder { name, .. } => Some(name.text.to_lowercase()),
        _ => None,
    });
    made.chain(FIXED.map(str::to_owned)).collect()
}

struct Names<'n, 'f> {
    scenario: &'n Scenario,
    known: Known<'n>,
    folders: BTreeSet<String>,
    found: &'n mut Findings<'f>,
}

impl Names<'_, '_> {
    fn person(&mut self, field: &str, name: Option<&Name>) {
        let Some(name) = name else { return };
        if !self.scenario.people.contains_key(name.as_str()) {
            self.found.add(name.line, field, format!("there is no person {name}"));
        }
    }

    fn organisation(&mut self, field: &str, name: Option<&Name>) {
        let Some(name) = name else { return };
        if !self.scenario.organisations.contains_key(name.as_str()) {
            self.found.add(name.line, field, format!("there is no organisation {name}"));
        }
    }

    fn holder(&mut self, field: &str, name: &Name) {
        if self.scenario.name_of(name.as_str()).is_none() {
            self.found.add(name.line, field, format!("there is no person or organisation {name}"));
        }
    }

    fn letter(&mut self, field: &str, name: &Name) {
        if !self.scenario.letters.contains_key(name.as_str()) {
            self.found.add(name.line, field, format!("there is no letter {name}"));
        }
    }

    fn folder(&mut self, field: &str, name: &Name) {
        if !self.folders.contains(&name.text.to_lowercase()) {
            let what = format!("nobody makes a folder {name}; inbox and archive are there by themselves");
            self.found.add(name.line, field, what);
        }
    }

    fn power(&mut self, field: &str, name: &Name) {
        if !self.known.powers.contains(&name.as_str()) {
            let what = format!("there is no power {name}; data/denmark/powers.csv has them");
            self.found.add(name.line, field, what);
        }
    }

    fn form(&mut self, field: &str, name: &Name) {
        if !self.known.forms.contains(&name.as_str()) {
            let what = format!("there is no form {name}; there are {}", self.known.forms.join(", "));
            self.found.add(name.line, field, what);
        }
    }

    fn goal(&mut self, field: &str, goal: &Goal) {
        match goal {
            Goal::Opened { letter, by } => {
                self.letter(field, letter);
                self.person(field, by.as_ref());
            }
            Goal::InFolder { letter, folder } => {
                self.letter(field, letter);
                self.folder(field, folder);
            }
            Goal::Folder { of, name } => {
                self.holder(field, of);
                self.folder(field, name);
            }
            Goal::Deleted { letter } | Goal::Replied { letter } => self.letter(field, letter),
            Goal::Forwarded { letter, to } => {
                self.letter(field, letter);
                self.holder(field, to);
            }
            Goal::Written { by, to } => {
                self.holder(field, by);
                self.organisation(field, Some(to));
            }
            Goal::Mandate { from, to, power, folders, .. } => {
                self.holder(field, from);
                self.holder(field, to);
                self.power(field, power);
                for folder in folders.iter().flatten() {
                    self.folder(field, folder);
                }
            }
            Goal::Applied { form, by, whose } => {
                self.form(field, form);
                self.person(field, Some(by));
                if let Some(whose) = whose {
                    self.holder(field, whose);
                }
            }
            Goal::Draft { form, by } => {
                self.form(field, form);
                self.person(field, Some(by));
            }
            Goal::Reported { form, whose, by } => {
                self.form(field, form);
                self.organisation(field, Some(whose));
                self.person(field, by.as_ref());
            }
            Goal::Reachable { who, .. }
            | Goal::Texts { who }
            | Goal::Exempt { who }
            | Goal::SignedIn { who } => self.person(field, Some(who)),
            Goal::Audit { action, by, about } => {
                let is_word =
                    |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_');
                let parts: Vec<&str> = action.text.split('.').collect();
                if parts.len() != 2 || !parts.iter().all(|part| is_word(part)) {
                    let what = format!("{action} is no action: letter.open is one");
                    self.found.add(action.line, field, what);
                }
                self.person(field, by.as_ref());
                self.person(field, about.as_ref());
            }
        }
    }

    fn operation(&mut self, field: &str, operation: &Operation) {
        match operation {
            Operation::Open { letter, by } | Operation::Reply { letter, by, .. } => {
                self.letter(field, letter);
                self.person(field, by.as_ref());
            }
            Operation::MakeFolder { of, .. } => self.holder(field, of),
            Operation::Move { letter, to } => {
                self.letter(field, letter);
                self.folder(field, to);
            }
            Operation::Delete { letter } => self.letter(field, letter),
            Operation::Forward { letter, to } => {
                self.letter(field, letter);
                self.holder(field, to);
            }
            Operation::Write { by, to, .. } => {
                self.holder(field, by);
                self.organisation(field, Some(to));
            }
            Operation::Give { from, to, power, folders, .. } => {
                self.holder(field, from);
                self.holder(field, to);
                self.power(field, power);
                for folder in folders.iter().flatten() {
                    self.folder(field, folder);
                }
            }
            Operation::Ask { from, to, power } | Operation::Paper { from, to, power } => {
                self.holder(field, from);
                self.person(field, Some(to));
                self.power(field, power);
            }
            Operation::Answer { from, to, .. } | Operation::Withdraw { from, to } => {
                self.holder(field, from);
                self.holder(field, to);
            }
            Operation::Apply { form, by, whose } | Operation::BeginForm { form, by, whose } => {
                self.form(field, form);
                self.person(field, Some(by));
                if let Some(whose) = whose {
                    self.holder(field, whose);
                }
            }
            Operation::Contact { who, .. }
            | Operation::Texts { who, .. }
            | Operation::Exempt { who }
            | Operation::SignIn { who, .. }
            | Operation::RecoverName { who }
            | Operation::ActivateApp { who, .. } => self.person(field, Some(who)),
            Operation::WrongCode { who, times } => {
                self.person(field, Some(who));
                if !(1..=3).contains(times) {
                    self.found.add(
                        who.line,
                        field,
                        "one wrong code at least, and three at most: then it locks",
                    );
                }
            }
        }
    }
}
