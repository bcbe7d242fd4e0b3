//! The table of roles, read and checked.

use std::sync::LazyLock;

use people::Role;

use crate::actions::NAMES;

/// Where a rule lets a role do an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// In what is about the person themself.
    Own,
    /// In the organisation that the person has the role in.
    OwnOrganisation,
    /// Everywhere.
    Anywhere,
}

impl Scope {
    /// The word in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Scope::Own => "self",
            Scope::OwnOrganisation => "own_organisation",
            Scope::Anywhere => "anywhere",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Scope::Own, Scope::OwnOrganisation, Scope::Anywhere].into_iter().find(|scope| scope.code() == code)
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Who.
    pub role: Role,
    /// May do what.
    pub action: &'static str,
    /// Where.
    pub scope: Scope,
}

/// The whole table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy(Vec<Rule>);

/// The table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// The first line does not name the columns.
    #[error("the first line is not role,action,scope")]
    Columns,
    /// A line has more or fewer than three values.
    #[error("line {0} does not have three values")]
    Values(usize),
    /// There is no such role.
    #[error("line {line}: {word} is no role")]
    Role {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        word: String,
    },
    /// There is no such action.
    #[error("line {line}: {word} is no action")]
    Action {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        word: String,
    },
    /// There is no such scope.
    #[error("line {line}: {word} is no scope")]
    Scope {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        word: String,
    },
    /// An earlier line says something of the same role and action.
    #[error("line {0} speaks of a role and an action that an earlier line speaks of")]
    Twice(usize),
}

impl Policy {
    /// Reads a table.
    ///
    /// # Errors
    /// At the first line that names something unknown, or repeats an earlier one.
    pub fn parse(csv: &str) -> Result<Self, PolicyError> {
        let mut lines = csv.lines().zip(1..);
        if lines.next().is_none_or(|(columns, _)| columns != "role,action,scope") {
            return Err(PolicyError::Columns);
        }
        let mut rules: Vec<Rule> = Vec::new();
        for (text, line) in lines {
            let rule = rule(text, line)?;
            if rules.iter().any(|known| (known.role, known.action) == (rule.role, rule.action)) {
                return Err(PolicyError::Twice(line));
            }
            rules.push(rule);
        }
        Ok(Self(rules))
    }

    /// Every line.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.0
    }

    /// Where the role may do the action, if anywhere.
    #[must_use]
    pub fn scope(&self, role: Role, action: &str) -> Option<Scope> {
        self.0.iter().find(|rule| rule.role == role && rule.action == action).map(|rule| rule.scope)
    }
}

fn rule(text: &str, line: usize) -> Result<Rule, PolicyError> {
    let values: Vec<&str> = text.split(',').collect();
    let [role, action, scope] = values[..] else { return Err(PolicyError::Values(line)) };
    let word = |word: &str| word.to_owned();
    Ok(Rule {
        role: Role::from_code(role).ok_or_else(|| PolicyError::Role { line, word: word(role) })?,
        action: NAMES
            .iter()
            .find(|name| **name == action)
            .ok_or_else(|| PolicyError::Action { line, word: word(action) })?,
        scope: Scope::from_code(scope).ok_or_else(|| PolicyError::Scope { line, word: word(scope) })?,
    })
}

static POLICY: LazyLock<Policy> = LazyLock::new(|| {
    Policy::parse(include_str!("../../../policies/roles.csv")).expect("a test reads policies/roles.csv")
});

/// The table of this program.
#[must_use]
pub fn policy() -> &'static Policy {
    &POLICY
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(lines: &str) -> String {
        Policy::parse(&format!("role,action,scope\n{lines}")).unwrap_err().to_string()
    }

    #[test]
    fn the_table_of_the_program_is_sound() {
        assert!(!policy().rules().is_empty());
        // Other people's post, and what they answered in surveys, is not for whoever runs the machine.
        let is_private = |name: &str| {
            ["mail.", "mail_call_up.", "exemption.", "nemsms.", "service.", "mandate.", "survey."]
                .iter()
                .any(|kind| name.starts_with(kind))
        };
        for name in NAMES {
            let may = policy().scope(Role::Administrator, name) == Some(Scope::Anywhere);
            assert_eq!(may, !is_private(name), "an administrator and {name}");
        }
    }

    #[test]
    fn a_line_that_names_something_unknown_is_refused() {
        assert_eq!(refusal("king,audit.read,anywhere"), "line 2: king is no role");
        assert_eq!(refusal("helper,audit.burn,anywhere"), "line 2: audit.burn is no action");
        assert_eq!(refusal("helper,audit.read,moon"), "line 2: moon is no scope");
        assert_eq!(refusal("helper,audit.read"), "line 2 does not have three values");
        assert_eq!(Policy::parse("role,scope"), Err(PolicyError::Columns));
        assert_eq!(Policy::parse(""), Err(PolicyError::Columns));
    }

    #[test]
    fn two_lines_cannot_disagree() {
        let lines = "helper,audit.read,anywhere\nhelper,audit.read,own_organisation";
        assert_eq!(refusal(lines), PolicyError::Twice(3).to_string());
    }
}
