//! The three tables that lawyers read, as plain lines: who by role, what a mandate opens, and how often it is passed on.

use jiff::civil::Date;
use people::Role;

const ROLES: &str = include_str!("../../../policies/roles.csv");
const POWERS: &str = include_str!("../../../data/denmark/powers.csv");
const RULES: &str = include_str!("../../../data/denmark/mandate-rules.csv");

/// What stands in the tables.
#[derive(Debug, Clone)]
pub struct Tables {
    /// Role, action, scope.
    pub(crate) roles: Vec<(Role, String, String)>,
    pub(crate) powers: Vec<PowerLine>,
    /// How many links a chain may have, from which day to which.
    pub(crate) deepest: Vec<(i64, Date, Option<Date>)>,
}

#[derive(Debug, Clone)]
pub(crate) struct PowerLine {
    pub(crate) code: String,
    pub(crate) service: String,
    pub(crate) actions: Vec<String>,
    pub(crate) first: Date,
    pub(crate) last: Option<Date>,
}

/// The catalogue of the program with lines more: powers that were, that will be, and that changed today. It is a table in the
/// form of `data/denmark/powers.csv`, good on 2 March 2026.
#[must_use]
pub fn stretched_powers() -> String {
    let more = "\
        past.see,tax,see,service.see;mail.read,both,no,2020-01-01,2026-03-01,was\n\
        last.day,pension,see,service.see;mail.sort,both,no,2020-01-01,2026-03-02,is for the last day\n\
        coming.see,tax,see,service.see;mail.read,both,no,2026-03-03,,will be\n\
        first.day,health,act,service.act;mail.choose,both,yes,2026-03-02,,is for the first day\n\
        changed.act,tax,act,service.see;service.act;mail.read;mail.write,both,no,2020-01-01,2026-03-01,wider before\n\
        changed.act,tax,see,service.see,both,no,2026-03-02,,narrower since\n\
        moved.see,pension,see,service.see,both,no,2020-01-01,2026-03-01,was in another service\n\
        moved.see,tax,see,service.see,both,no,2026-03-02,,is in this service\n\
        called.up,digital-post,act,mail_call_up.follow;help_point.edit,both,no,2020-01-01,,what only roles open otherwise\n";
    format!("{}\n{more}", POWERS.trim_end())
}

impl Tables {
    /// The tables of the program.
    #[must_use]
    pub fn shipped() -> Self {
        Self::with_powers(POWERS)
    }

    /// The tables of the program, but other powers.
    ///
    /// # Panics
    /// When a table does not read.
    #[must_use]
    pub fn with_powers(powers: &str) -> Self {
        let roles = lines(ROLES).map(|line| {
            let role = Role::from_code(line[0]).expect("a role");
            (role, line[1].to_owned(), line[2].to_owned())
        });
        let powers = lines(powers).map(|line| PowerLine {
            code: line[0].to_owned(),
            service: line[1].to_owned(),
            actions: line[3].split(';').map(str::to_owned).collect(),
            first: day(line[6]),
            last: (!line[7].is_empty()).then(|| day(line[7])),
        });
        let deepest = lines(RULES).filter(|line| line[0] == "deepest_link").map(|line| {
            let links = line[1].parse().expect("a number");
            (links, day(line[2]), (!line[3].is_empty()).then(|| day(line[3])))
        });
        Self { roles: roles.collect(), powers: powers.collect(), deepest: deepest.collect() }
    }

    /// Every action that either table names, and one that there is not.
    #[must_use]
    pub fn actions(&self) -> Vec<String> {
        let by_role = self.roles.iter().map(|(_, action, _)| action.clone());
        let by_power = self.powers.iter().flat_map(|power| power.actions.clone());
        let mut actions: Vec<String> = by_role.chain(by_power).chain(["mail.burn".to_owned()]).collect();
        actions.sort();
        actions.dedup();
        actions
    }

    /// Every power's code.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        self.powers.iter().map(|power| power.code.clone()).collect()
    }
}

fn lines(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(|line| line.split(',').collect())
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}
