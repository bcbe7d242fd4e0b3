//! What must have become of the sandbox: a small closed language, asked of its state or of its audit trail.

use serde::Deserialize;

use crate::Name;

/// One thing that must be so. A task is done when all its goals are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Goal {
    /// Somebody has opened the letter; whoever it is for, where nobody is named.
    Opened {
        /// The letter.
        letter: Name,
        /// Who.
        by: Option<Name>,
    },
    /// The letter lies in the folder: `inbox`, `archive`, or one that the holder has made.
    InFolder {
        /// The letter.
        letter: Name,
        /// The folder.
        folder: Name,
    },
    /// There is a folder of this name.
    Folder {
        /// In whose mailbox.
        of: Name,
        /// The name, in whatever case.
        name: Name,
    },
    /// The letter lies in the bin.
    Deleted {
        /// The letter.
        letter: Name,
    },
    /// The letter was answered.
    Replied {
        /// The letter.
        letter: Name,
    },
    /// The letter was sent on, and has come.
    Forwarded {
        /// The letter.
        letter: Name,
        /// To whom: a person or an organisation.
        to: Name,
    },
    /// A new letter was written, and has come.
    Written {
        /// In whose mailbox the sent one lies.
        by: Name,
        /// To which organisation.
        to: Name,
    },
    /// A mandate stands so.
    Mandate {
        /// Whose things it opens.
        from: Name,
        /// Who may.
        to: Name,
        /// What it opens, as a code of `data/denmark/powers.csv`.
        power: Name,
        /// Where it stands.
        is: Standing,
        /// The folders that it is limited to, where it must be: these and no others.
        folders: Option<Vec<Name>>,
        /// Whether it must reach the whole mailbox, or must not.
        everything: Option<bool>,
        /// Whether it must have a last day.
        ends: Option<bool>,
    },
    /// Somebody can be reached so; a number that waits for its code is good enough.
    Reachable {
        /// Who.
        who: Name,
        /// By what.
        by: Way,
    },
    /// Somebody gets NemSMS.
    Texts {
        /// Who.
        who: Name,
    },
    /// Somebody is exempt from Digital Post.
    Exempt {
        /// Who.
        who: Name,
    },
    /// A form was filled in, signed and sent.
    Applied {
        /// Which form: `folkepension`.
        form: Name,
        /// Who signed it.
        by: Name,
        /// Whom it is about, where that is another one.
        #[serde(rename = "for")]
        whose: Option<Name>,
    },
    /// A form was begun, and is not sent yet.
    Draft {
        /// Which form.
        form: Name,
        /// Who has begun it.
        by: Name,
    },
    /// A form was sent for an organisation.
    Reported {
        /// Which form: `moms`.
        form: Name,
        /// The organisation.
        #[serde(rename = "for")]
        whose: Name,
        /// Who signed it, where it must be this one.
        by: Option<Name>,
    },
    /// Somebody has signed in with the simulated MitID.
    SignedIn {
        /// Who.
        who: Name,
    },
    /// The audit trail has this.
    Audit {
        /// The action: `mailbox.look`.
        action: Name,
        /// Who did it.
        by: Option<Name>,
        /// Whose data it was.
        about: Option<Name>,
    },
}

/// Where a mandate must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// In force.
    Active,
    /// Asked for.
    Requested,
    /// On paper, waiting for a signature.
    OnPaper,
    /// Said no to.
    Rejected,
    /// Taken back, and nothing of the kind in force.
    Withdrawn,
}

/// By what somebody can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// E-mail.
    Email,
    /// A mobile telephone.
    Mobile,
    /// Letters on paper.
    Address,
}
