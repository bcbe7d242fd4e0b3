//! What somebody is in an organisation.

use serde::{Deserialize, Serialize};

/// A role in an organisation. What it allows stands in `policies/roles.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Somebody for themself. Everybody is one; no membership is needed for it.
    Citizen,
    /// Helps others as part of their work: at the counter, by telephone, in chat.
    Helper,
    /// *Betroet medarbejder*: may decide for a citizen without eID, on evidence.
    TrustedEmployee,
    /// Works at a library.
    Librarian,
    /// *It-underviser*: holds classes.
    Teacher,
    /// Helps without pay.
    Volunteer,
    /// Holds a network of helpers together.
    Coordinator,
    /// Runs the programme: plans, pools, reports.
    ProgrammeManager,
    /// Works with surveys and indicators.
    Analyst,
    /// Runs the installation.
    Administrator,
    /// Reads and answers the post of the company or authority, and decides who else there may.
    MailAdministrator,
    /// *Tegningsberettiget*: may bind the company alone, and acts for it with a private MitID ("MitID privat til erhverv").
    Signatory,
    /// *Rettighedsadministrator*: gives the people of the organisation their rights, and takes them.
    RightsAdministrator,
    /// Works there. By itself it opens nothing; a right that the organisation gives rests on it.
    Employee,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 14] = [
        Role::Citizen,
        Role::Helper,
        Role::TrustedEmployee,
        Role::Librarian,
        Role::Teacher,
        Role::Volunteer,
        Role::Coordinator,
        Role::ProgrammeManager,
        Role::Analyst,
        Role::Administrator,
        Role::MailAdministrator,
        Role::Signatory,
        Role::RightsAdministrator,
        Role::Employee,
    ];

    /// The word in tables, files and text keys (`role-librarian`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Role::Citizen => "citizen",
            Role::Helper => "helper",
            Role::TrustedEmployee => "trusted_employee",
            Role::Librarian => "librarian",
            Role::Teacher => "teacher",
            Role::Volunteer => "volunteer",
            Role::Coordinator => "coordinator",
            Role::ProgrammeManager => "programme_manager",
            Role::Analyst => "analyst",
            Role::Administrator => "administrator",
            Role::MailAdministrator => "mail_administrator",
            Role::Signatory => "signatory",
            Role::RightsAdministrator => "rights_administrator",
            Role::Employee => "employee",
        }
    }

    /// The role of this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_found_by_its_code_and_serialized_as_it() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
            assert_eq!(serde_json::to_value(role).unwrap(), role.code());
        }
        assert_eq!(Role::from_code("king"), None);
    }
}
