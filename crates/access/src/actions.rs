//! The things that can be done, each a type of its own.

use basics::Id;
use people::OrganisationTag;
use realm::PersonTag;
use serde::{Deserialize, Serialize};

/// One thing that can be done, and what it is done to.
pub trait Action: Send + 'static {
    /// Its name in `policies/roles.csv` and in the audit log.
    const NAME: &'static str;
    /// What it is done to: an organisation's things, a person's, or nobody's in particular.
    type On: Place;
}

/// What kinds of target an action has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Targets {
    /// Nobody's things in particular.
    Nothing,
    /// Things of organisations.
    Organisations,
    /// Things of people.
    People,
    /// Things of either.
    Both,
}

impl Targets {
    /// Whether a target is of this kind.
    #[must_use]
    pub fn include(self, target: Target) -> bool {
        match target {
            Target::Nothing => self == Targets::Nothing,
            Target::Organisation(_) => matches!(self, Targets::Organisations | Targets::Both),
            Target::Person(_) => matches!(self, Targets::People | Targets::Both),
        }
    }
}

/// What an action is done to.
pub trait Place: Copy + Send + Sync + 'static {
    /// Whose things these are.
    const TARGETS: Targets;

    /// The same as a value.
    fn target(self) -> Target;
}

/// What an action is done to, as a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Nobody's thing in particular.
    Nothing,
    /// A thing of an organisation.
    Organisation(Id<OrganisationTag>),
    /// A thing of a person.
    Person(Id<PersonTag>),
}

impl Target {
    /// Whose thing it is.
    #[must_use]
    pub fn owner(self) -> Option<Holder> {
        match self {
            Target::Nothing => None,
            Target::Organisation(organisation) => Some(Holder::Organisation(organisation)),
            Target::Person(person) => Some(Holder::Person(person)),
        }
    }
}

impl Place for () {
    const TARGETS: Targets = Targets::Nothing;

    fn target(self) -> Target {
        Target::Nothing
    }
}

impl Place for Id<OrganisationTag> {
    const TARGETS: Targets = Targets::Organisations;

    fn target(self) -> Target {
        Target::Organisation(self)
    }
}

impl Place for Id<PersonTag> {
    const TARGETS: Targets = Targets::People;

    fn target(self) -> Target {
        Target::Person(self)
    }
}

/// Who holds a thing that both people and organisations have, such as a mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holder {
    /// A person.
    Person(Id<PersonTag>),
    /// A company, an authority, an association.
    Organisation(Id<OrganisationTag>),
}

impl Holder {
    /// The id, whichever it is of.
    #[must_use]
    pub fn uuid(self) -> uuid::Uuid {
        match self {
            Holder::Person(person) => person.uuid(),
            Holder::Organisation(organisation) => organisation.uuid(),
        }
    }

    /// The person, where it is one.
    #[must_use]
    pub fn person(self) -> Option<Id<PersonTag>> {
        match self {
            Holder::Person(person) => Some(person),
            Holder::Organisation(_) => None,
        }
    }
}

impl Place for Holder {
    const TARGETS: Targets = Targets::Both;

    fn target(self) -> Target {
        match self {
            Holder::Person(person) => Target::Person(person),
            Holder::Organisation(organisation) => Target::Organisation(organisation),
        }
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $kind:ident, $name:literal, $on:ty;)*) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub enum $kind {}

        impl Action for $kind {
            const NAME: &'static str = $name;
            type On = $on;
        })*

        /// The names of all actions, in the order of the matrix.
        pub(crate) const NAMES: &[&str] = &[$($name),*];

        /// The same, each with what it is done to.
        pub(crate) const PLACES: &[(&str, Targets)] = &[$(($name, <$on as Place>::TARGETS)),*];
    };
}

actions! {
    /// Add a place where help is given.
    CreateHelpPoint, "help_point.create", Id<OrganisationTag>;
    /// Correct what is said of a place of help.
    EditHelpPoint, "help_point.edit", Id<OrganisationTag>;
    /// Say that what is said of a place of help still holds.
    ConfirmHelpPoint, "help_point.confirm", Id<OrganisationTag>;
    /// See which places of help nobody has confirmed for long.
    ListStale, "help_point.list_stale", ();
    /// Correct what is said of an organisation.
    EditOrganisation, "organisation.edit", Id<OrganisationTag>;
    /// Read what everybody has done.
    ReadAudit, "audit.read", ();
    /// See how the machine does, and deal with what it could not do.
    Operate, "operation.see", ();
    /// Print letters to people who are not told digitally.
    PrintLetters, "letter.print", ();
    /// Read post, and mark it read.
    ReadMail, "mail.read", Holder;
    /// Put post in order: folders, archive, forwarding.
    SortMail, "mail.sort", Holder;
    /// Write and answer in the holder's name.
    WriteMail, "mail.write", Holder;
    /// Delete post, and take it back.
    DeleteMail, "mail.delete", Holder;
    /// Choose how the holder is told of post.
    ChooseMail, "mail.choose", Holder;
    /// Let a system send post in the name of an organisation, and end it.
    AdmitSender, "mail_sender.admit", ();
    /// See which call-ups nobody has opened, as the authority that sent them.
    FollowUp, "mail_call_up.follow", Id<OrganisationTag>;
    /// Let a person get text messages from authorities, and end it.
    RegisterNemsms, "nemsms.register", Holder;
    /// Do so at the counter, for whoever stands there.
    AssistNemsms, "nemsms.assist", ();
    /// Exempt a holder from digital post, and take them in again.
    Exempt, "exemption.decide", Holder;
    /// Do so for others: at the counter, or for the company whose post one looks after.
    AssistExempt, "exemption.assist", ();
    /// See what a service shows about its owner.
    SeeService, "service.see", Holder;
    /// Apply, report, change something in a service.
    ActInService, "service.act", Holder;
    /// Speak with an authority about the owner's affairs.
    ContactService, "service.contact", Holder;
    /// Open one's things to others: give, approve, refuse and take back mandates.
    ManageMandates, "mandate.manage", Holder;
    /// See who may do what with one's things, and who has.
    SeeMandates, "mandate.see", Holder;
    /// Register at the counter what somebody signed or said, and decide for whoever has no eID.
    RegisterMandate, "mandate.register", ();
    /// Look afterwards at what others have registered.
    ReviewMandate, "mandate.review", ();
    /// Let a system ask who may do what, and end it.
    AdmitAsker, "access_system.admit", ();
    /// Ask surveys, save figures, and choose which of them everybody may see.
    AnalyseSurveys, "survey.analyse", ();
    /// Take in a file of what people answered in a survey.
    ImportSurveys, "survey.import", ();
}

/// The action of this name, as the rest of the room names it.
#[must_use]
pub fn action_named(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|known| **known == name).copied()
}
