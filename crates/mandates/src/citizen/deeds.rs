//! What others have done, in plain words: records of the log become sentences that whoever it concerns can read.

use basics::Id;
use realm::{AuditRecord, PersonTag};
use words::Words;

/// What can be done, and the text that says it.
const DEEDS: &[(&str, &str)] = &[
    ("letter.open", "open"),
    ("letter.file", "file"),
    ("letter.print", "print"),
    ("letter.export", "export"),
    ("letter.move", "move"),
    ("letter.delete", "delete"),
    ("letter.take_back", "take-back"),
    ("letter.write", "write"),
    ("mailbox.look", "look"),
    ("folder.make", "folder"),
    ("folder.rename", "folder"),
    ("folder.remove", "folder"),
    ("access.refuse", "refused"),
    ("mandate.look_up", "mandate-look-up"),
    ("mandate.begin", "mandate-begin"),
    ("mandate.print", "mandate-print"),
    ("mandate.ask", "mandate-ask"),
    ("mandate.await_signature", "mandate-paper"),
    ("mandate.sign", "mandate-sign"),
    ("mandate.reject", "mandate-reject"),
    ("mandate.withdraw", "mandate-withdraw"),
    ("mandate.register", "mandate-register"),
    ("mandate.review", "mandate-review"),
    ("cpr.reveal", "number"),
    ("exemption.look_up", "exemption-look"),
    ("exemption.give", "exemption"),
    ("exemption.end", "exemption"),
    ("exemption.withdraw", "exemption"),
    ("exemption.print", "exemption"),
    ("nemsms.look", "nemsms-look"),
    ("nemsms.register", "nemsms"),
    ("nemsms.end", "nemsms"),
    ("mail_helper.accept", "reminder"),
    ("mail_helper.stop", "reminder"),
];

/// What somebody has done, in a sentence. What has no words of its own is said in general ones.
pub(super) fn deed(words: &Words, record: &AuditRecord) -> String {
    let known = DEEDS.iter().find(|(action, _)| *action == record.action);
    words.t(&format!("looked-did-{}", known.map_or("other", |(_, key)| key)))
}

/// On what ground it was done.
pub(super) fn ground(words: &Words, record: &AuditRecord, owner: Id<PersonTag>) -> String {
    let key = if record.on_behalf_of == Some(owner) {
        "mandate"
    } else if record.action == "access.refuse" || record.action.starts_with("mandate.") && !is_office(record)
    {
        "none"
    } else {
        "office"
    };
    words.t(&format!("looked-ground-{key}"))
}

fn is_office(record: &AuditRecord) -> bool {
    matches!(
        record.action.as_str(),
        "mandate.look_up"
            | "mandate.begin"
            | "mandate.print"
            | "mandate.register"
            | "mandate.review"
            | "mandate.sign"
    )
}

/// The letter that it is about, where it is about one.
pub(super) fn letter<T>(record: &AuditRecord) -> Option<Id<T>> {
    (record.subject_kind == "letter").then(|| record.subject.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use words::words;

    use super::*;

    #[test]
    fn every_deed_is_said_in_every_language() {
        for words in Language::ALL.map(words) {
            for key in DEEDS.iter().map(|(_, key)| *key).chain(["other"]) {
                assert!(words.has(&format!("looked-did-{key}")), "{key} in {}", words.language().code());
            }
        }
    }
}
