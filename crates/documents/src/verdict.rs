//! Whether a document is what it says.

use crate::{Kind, sniff, zip};

/// What a mailbox thinks of a document, from its media type, its name and its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is what it says, or says nothing.
    Agrees(Kind),
    /// It is something else, but nothing that could harm. It is to be treated as what was found.
    Differs {
        /// What it says it is.
        declared: Kind,
        /// What it is.
        found: Kind,
    },
    /// A program, or made to be two things at once: never shown, and not handed out without a warning.
    Dangerous(Kind),
}

impl Verdict {
    /// Judges a document by what is said of it and by its first bytes, of which [`HEAD`](crate::HEAD) are enough.
    ///
    /// What comes after those bytes is not judged: a PDF may still hold a form with a program in it.
    ///
    /// ```
    /// use documents::{Kind, Verdict};
    /// assert_eq!(Verdict::of("application/pdf", "brev.pdf", b"%PDF-1.7\n"), Verdict::Agrees(Kind::Pdf));
    /// assert_eq!(Verdict::of("application/pdf", "brev.pdf", b"MZ\x90\0\x03\0"), Verdict::Dangerous(Kind::Executable));
    /// ```
    pub fn of(declared_mime: &str, filename: &str, head: &[u8]) -> Self {
        let declared = Kind::declared(declared_mime, filename);
        let found = Kind::sniff(head);
        if let Some(program) = [declared, Some(found)].into_iter().flatten().find(|kind| is_program(*kind)) {
            return Self::Dangerous(program);
        }
        let packs_a_program = found == Kind::Zip && zip::holds_a_program(head);
        if packs_a_program || sniff::is_two_things(found, head) {
            return Self::Dangerous(found);
        }
        match declared {
            None => Self::Agrees(found),
            Some(declared) => match common(declared, found, head) {
                Some(kind) => Self::Agrees(kind),
                None => Self::Differs { declared, found },
            },
        }
    }

    /// What to treat the document as; [`Kind::Unknown`] when it is dangerous, so that it is not shown.
    pub fn kind(self) -> Kind {
        match self {
            Self::Agrees(kind) | Self::Differs { found: kind, .. } => kind,
            Self::Dangerous(_) => Kind::Unknown,
        }
    }

    /// Whether it is to be kept from harm.
    pub fn is_dangerous(self) -> bool {
        matches!(self, Self::Dangerous(_))
    }
}

fn is_program(kind: Kind) -> bool {
    matches!(kind, Kind::Executable | Kind::Script | Kind::MacroOffice)
}

/// What the document is when both can be true.
fn common(declared: Kind, found: Kind, head: &[u8]) -> Option<Kind> {
    match (declared, found) {
        _ if declared == found => Some(found),
        // a page may begin with its text, and a table is text
        (Kind::Html | Kind::Csv | Kind::Json | Kind::Email, Kind::PlainText) => Some(declared),
        (Kind::Docx | Kind::Xlsx | Kind::Pptx, Kind::Zip) if zip::may_be_office(head) => Some(declared),
        (Kind::Odt | Kind::Ods | Kind::Odp, Kind::Zip) => None,
        // Office opens its new forms and rich text under the old names, and keeps what is locked in the old form
        (Kind::OldOffice, Kind::Docx | Kind::Xlsx | Kind::Pptx | Kind::Rtf) => Some(found),
        (Kind::Docx | Kind::Xlsx | Kind::Pptx, Kind::OldOffice) => Some(found),
        (Kind::Rtf, Kind::OldOffice) => Some(found),
        _ => None,
    }
}
