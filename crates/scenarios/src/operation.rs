//! What people do: for what has happened before the story begins, and for how a task is solved.

use serde::Deserialize;

use crate::Name;

/// One thing that somebody does, by the same public operation as on the real pages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Operation {
    /// Opens a letter; whoever it is for, where nobody is named.
    Open {
        /// The letter.
        letter: Name,
        /// Who.
        by: Option<Name>,
    },
    /// Makes a folder.
    MakeFolder {
        /// In whose mailbox.
        of: Name,
        /// What it is called.
        name: Name,
    },
    /// Moves a letter.
    Move {
        /// The letter.
        letter: Name,
        /// Where to: `inbox`, `archive` or a folder that there is by then.
        to: Name,
    },
    /// Puts a letter into the bin.
    Delete {
        /// The letter.
        letter: Name,
    },
    /// Answers a letter; whoever it is for, where nobody is named.
    Reply {
        /// The letter.
        letter: Name,
        /// What is written.
        text: Name,
        /// Who.
        by: Option<Name>,
    },
    /// Sends a letter on.
    Forward {
        /// The letter.
        letter: Name,
        /// To whom.
        to: Name,
    },
    /// Writes a new letter.
    Write {
        /// In whose name.
        by: Name,
        /// To which organisation.
        to: Name,
        /// What it is about.
        subject: Name,
        /// What is written.
        text: Name,
    },
    /// Gives a mandate.
    Give {
        /// Whose things.
        from: Name,
        /// To whom.
        to: Name,
        /// What it opens.
        power: Name,
        /// Only what lies in these folders.
        folders: Option<Vec<Name>>,
        /// For how many days; a year where nothing is said.
        days: Option<u16>,
    },
    /// Asks for a mandate.
    Ask {
        /// Whose things.
        from: Name,
        /// Who asks.
        to: Name,
        /// What it would open.
        power: Name,
    },
    /// Says yes or no to whoever has asked.
    Answer {
        /// Who answers.
        from: Name,
        /// Who has asked.
        to: Name,
        /// Yes or no.
        yes: bool,
    },
    /// Puts a mandate on paper, for signing by hand.
    Paper {
        /// Whose things.
        from: Name,
        /// Who asks.
        to: Name,
        /// What it would open.
        power: Name,
    },
    /// Takes back what was given.
    Withdraw {
        /// Who takes back.
        from: Name,
        /// From whom.
        to: Name,
    },
    /// Gives an e-mail address, a mobile number in the form +4520123456, or an address for letters.
    Contact {
        /// Who.
        who: Name,
        /// The e-mail address.
        email: Option<Name>,
        /// The mobile number.
        mobile: Option<Name>,
        /// Street and number.
        street: Option<Name>,
        /// Postcode and town: `7100 Vejle`.
        town: Option<Name>,
    },
    /// Confirms the mobile number and asks for NemSMS.
    Texts {
        /// Who.
        who: Name,
        /// The number.
        mobile: Name,
    },
    /// Declares on honour that there is a ground, and is exempt from Digital Post.
    Exempt {
        /// Who.
        who: Name,
    },
    /// Signs in with the simulated MitID.
    SignIn {
        /// Who.
        who: Name,
    },
}
