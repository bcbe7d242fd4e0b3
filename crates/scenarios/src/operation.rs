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
    /// Fills in a form, signs it and sends it.
    Apply {
        /// Which form: `folkepension`.
        form: Name,
        /// Who.
        by: Name,
        /// Whom it is about, where that is another one.
        #[serde(rename = "for")]
        whose: Option<Name>,
    },
    /// Begins a form and fills it in, without sending it.
    BeginForm {
        /// Which form.
        form: Name,
        /// Who.
        by: Name,
        /// Whom it is about, where that is another one.
        #[serde(rename = "for")]
        whose: Option<Name>,
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
        /// With what; nothing of the steps is done where it is not said.
        with: Option<With>,
    },
    /// Types wrong codes.
    WrongCode {
        /// Who.
        who: Name,
        /// How often; three lock.
        times: u8,
    },
    /// Says name and CPR number, and is told the user name.
    RecoverName {
        /// Who.
        who: Name,
    },
    /// Brings the app onto a new telephone, or tries to.
    ActivateApp {
        /// Who.
        who: Name,
        /// By what.
        by: Means,
    },
}

/// With what somebody signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum With {
    /// The app.
    App,
    /// The code device.
    CodeDevice,
}

/// By what the app comes onto a telephone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// The chip of a passport, which may have expired.
    Chip,
    /// A code in a letter.
    Letter,
    /// A code from the counter.
    Counter,
}
