//! What stands in the file of a scenario.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Day, Goal, Name, Operation, Text};

/// A story to practise in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name in addresses: the name of the file.
    #[serde(skip)]
    pub slug: String,
    /// Its number, which no other scenario has or had: codes for one's own progress are made of it. 1 to 250.
    pub number: u8,
    /// What it is called.
    pub title: Text,
    /// Who and what it is about, in a sentence or two.
    pub about: Text,
    /// For whom.
    #[serde(rename = "for")]
    pub audiences: Vec<Audience>,
    /// How much it asks.
    pub level: Level,
    /// About how long it takes, in minutes.
    pub minutes: u8,
    /// Whether somebody who grew up with the language still has to read the Arabic, Turkish and Urdu texts.
    pub review: Review,
    /// The day on which the story begins, where that matters.
    pub begins_on: Option<Day>,
    /// Words that would be too delicate for a class, and that this story needs.
    #[serde(default)]
    pub may_mention: Vec<Name>,
    /// The people, by what the file calls them; it is also what they type at the simulated MitID.
    pub people: BTreeMap<String, Person>,
    /// The authorities and companies.
    #[serde(default)]
    pub organisations: BTreeMap<String, Organisation>,
    /// The letters.
    #[serde(default)]
    pub letters: BTreeMap<String, Letter>,
    /// What has happened before the story begins.
    #[serde(default)]
    pub already: Vec<Operation>,
    /// What there is to do, one after the other.
    pub tasks: Vec<Task>,
    /// Questions afterwards, for whoever has switched them on.
    #[serde(default)]
    pub quiz: Vec<Question>,
}

/// Whether translations were read by somebody who grew up with the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// Not yet.
    Needed,
    /// Yes.
    Done,
}

/// For whom a scenario is: the four audiences of the national plan for help with digital services, and businesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// *De ældre*.
    Older,
    /// *De unge*.
    Young,
    /// *De ikke-vestlige indvandrere*: people who are new to the language and to how things are done here.
    Newcomers,
    /// *De kortuddannede*: people who find reading hard.
    ShortSchooling,
    /// *Virksomheder*.
    Business,
}

impl Audience {
    /// Each of them, in the order of the list.
    pub const ALL: [Audience; 5] =
        [Audience::Older, Audience::Young, Audience::Newcomers, Audience::ShortSchooling, Audience::Business];

    /// The word in files, addresses and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Audience::Older => "older",
            Audience::Young => "young",
            Audience::Newcomers => "newcomers",
            Audience::ShortSchooling => "short_schooling",
            Audience::Business => "business",
        }
    }
}

/// How much a scenario asks of whoever plays it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// For the first time.
    First,
    /// For whoever has opened a letter before.
    Second,
    /// For whoever wants more.
    Third,
}

impl Level {
    /// The word in files and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Level::First => "first",
            Level::Second => "second",
            Level::Third => "third",
        }
    }
}

/// Somebody in the story. Nobody in it is real.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Their name.
    pub name: Name,
    /// When they were born.
    pub born: Day,
    /// Their CPR number, of the series for tests: a replacement number, whose day is 60 higher.
    pub cpr: Name,
    /// What they are at an organisation.
    #[serde(rename = "is")]
    pub role: Option<Role>,
    /// At which one.
    pub at: Option<Name>,
    /// Whose child they are.
    pub child_of: Option<Name>,
    /// What they have of MitID, where that is not everything.
    #[serde(default)]
    pub mitid: MitId,
    /// Whether they have a mailbox; people have one unless it is said that they have none.
    #[serde(default = "yes")]
    pub mailbox: bool,
}

fn yes() -> bool {
    true
}

/// What somebody has of the simulated MitID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default, rename_all = "snake_case", deny_unknown_fields)]
pub struct MitId {
    /// Whether the app is on their telephone.
    pub app: App,
    /// Whether their passport holds.
    pub document: Document,
    /// Whether they know their user name.
    pub user_name: UserName,
}

/// Whether the app is on somebody's telephone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum App {
    /// It is.
    #[default]
    Active,
    /// It is on none: the telephone is new, or lost.
    Inactive,
}

/// Whether somebody's passport holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// It does.
    #[default]
    Valid,
    /// Its last day is over.
    Expired,
}

/// Whether somebody knows their user name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserName {
    /// They do, and the pages of the exercise say it.
    #[default]
    Known,
    /// They do not.
    Forgotten,
}

impl MitId {
    /// Whether they have forgotten their user name.
    #[must_use]
    pub fn has_forgotten(self) -> bool {
        self.user_name == UserName::Forgotten
    }
}

/// What somebody is at an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// May bind the company alone.
    Signatory,
    /// Reads and answers its post.
    MailAdministrator,
    /// Works there.
    Employee,
}

/// An authority or a company. None of them is real.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name, which says that it is made up.
    pub name: Name,
    /// Its CVR number, of the series for tests: it begins with 9.
    pub cvr: Name,
    /// What kind it is.
    pub kind: Kind,
}

/// What kind of organisation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A public authority.
    Authority,
    /// A company.
    Company,
    /// An association.
    Association,
}

/// A letter in Digital Post. Either its fields say what is in it, or a MeMo file does.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Who writes.
    pub from: Name,
    /// Who gets it.
    pub to: Name,
    /// What it is about.
    pub subject: Name,
    /// What it says: paragraphs with empty lines between, `# ` before a heading, `- ` before items. `{day+16}` becomes the date
    /// in sixteen days.
    pub text: Option<Name>,
    /// The short text for reminders.
    pub summary: Option<Name>,
    /// How many days ago it came.
    #[serde(default)]
    pub days_ago: u16,
    /// In how many days it will come.
    pub in_days: Option<u16>,
    /// Whether it can be answered.
    #[serde(default)]
    pub answer: bool,
    /// Whether its sender has marked it as one that matters.
    #[serde(default)]
    pub important: bool,
    /// Whether opening it has legal effect.
    #[serde(default)]
    pub legal: bool,
    /// The sender's own code for letters of the kind: `AMBULANT-TID`.
    pub code: Option<Name>,
    /// Until when an answer is awaited, in days from now.
    pub reply_in_days: Option<u16>,
    /// An appointment in it.
    pub appointment: Option<Appointment>,
    /// A link in it.
    pub link: Option<Link>,
    /// Files with it.
    #[serde(default)]
    pub files: Vec<Attached>,
    /// A file beside this one that holds the whole letter as MeMo. Sender, receiver, subject and number are made to fit.
    pub memo: Option<Name>,
}

/// An appointment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// In how many days.
    pub in_days: u16,
    /// At what time: `10:15`.
    pub at: Name,
    /// Where.
    pub place: Name,
}

/// A link to somewhere that does not exist.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it is called.
    pub label: Name,
    /// Where it leads: within `example.dk` or `example.com`.
    pub url: Name,
}

/// A file with a letter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attached {
    /// Its name: `Medicinliste.txt`.
    pub name: Name,
    /// What it says, as plain text.
    pub text: Name,
}

/// One thing to do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// What to do.
    pub text: Text,
    /// Who does it.
    #[serde(rename = "as")]
    pub who: Name,
    /// How many days go by before it.
    #[serde(default)]
    pub later_days: u16,
    /// Where the learner begins, as a path of the program.
    pub start: Option<Name>,
    /// What must be so afterwards.
    #[serde(default)]
    pub goal: Vec<Goal>,
    /// What is shown on a telephone beside the task.
    pub scene: Option<Scene>,
    /// What can be chosen.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// Hints, each a little more than the one before.
    pub hints: Vec<Text>,
    /// How it is done, page by page.
    #[serde(default)]
    pub show: Vec<Show>,
    /// What is said when it is done.
    pub done: Option<Text>,
    /// How it is done, for the test that nobody is sent after what cannot be reached.
    #[serde(default)]
    pub solution: Vec<Operation>,
}

/// What somebody meets on a telephone.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// What kind.
    pub kind: SceneKind,
    /// Who it says that it is from.
    pub from: Name,
    /// What is written or said, line by line.
    pub lines: Vec<Line>,
}

/// What kind of thing comes on a telephone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SceneKind {
    /// A text message.
    Sms,
    /// An e-mail.
    Email,
    /// A call.
    Call,
    /// A request to approve with MitID.
    Approval,
}

impl SceneKind {
    /// The word in files and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            SceneKind::Sms => "sms",
            SceneKind::Email => "email",
            SceneKind::Call => "call",
            SceneKind::Approval => "approval",
        }
    }
}

/// One line of a scene.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What is written or said.
    pub says: Text,
    /// Whether the learner says it.
    #[serde(default)]
    pub you: bool,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What it is.
    pub text: Text,
    /// Whether it is right.
    #[serde(default)]
    pub right: bool,
    /// Why it is right, or what would follow: calm, and never a reproach.
    pub because: Text,
}

/// A question after a scenario. Nobody counts the answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is asked.
    pub text: Text,
    /// What can be answered.
    pub choices: Vec<Choice>,
}

/// One step of how it is done.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// What to do.
    pub text: Text,
    /// On which page, as a path of the program.
    pub page: Option<Name>,
}

impl Scenario {
    /// The person or organisation that the file calls so, by name.
    #[must_use]
    pub fn name_of(&self, key: &str) -> Option<&str> {
        let person = self.people.get(key).map(|person| person.name.as_str());
        person.or_else(|| self.organisations.get(key).map(|organisation| organisation.name.as_str()))
    }

    /// How many days the story takes.
    #[must_use]
    pub fn days(&self) -> u32 {
        self.tasks.iter().map(|task| u32::from(task.later_days)).sum()
    }
}

impl Task {
    /// The number of the right choice, where something is to be chosen.
    #[must_use]
    pub fn right_choice(&self) -> Option<usize> {
        self.choices.iter().position(|choice| choice.right)
    }
}
