//! What is told of a mandate: that it is one, between whom, and what the reader can do. What it opens stands on no message.

use jobs::Urgency;
use notices::{Link, Notice};
use words::Words;

/// How much of a name stands in a message.
const LONGEST_NAME: usize = 60;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// The giver has a receipt.
    Given,
    /// The holder has been given it.
    Received,
    /// Somebody asks for it.
    Asked,
    /// It is on paper, and waits for the giver's signature.
    AwaitsSignature,
    /// It is registered, and waits for a second employee.
    AwaitsSecond,
    /// The giver said no.
    RejectedByGiver,
    /// A trusted employee said no.
    RejectedAtCounter,
    /// The giver took it back.
    TakenBack,
    /// The holder laid it down.
    LaidDown,
    /// A trusted employee ended it for a party.
    EndedAtCounter,
    /// Its last day has passed.
    Over,
    /// Nobody answered in time.
    NotAnswered,
    /// One of the two has died.
    Death,
    /// It ends in so many days.
    EndsSoon(i64),
    /// It was used for the first time.
    UsedFirst,
    /// The holder tried what it does not open.
    RefusedAttempt,
}

impl About {
    /// Its kind, and the key of its texts: `KEY-subject`, `KEY-1`, `KEY-2`.
    fn kind_and_key(self) -> (&'static str, &'static str) {
        match self {
            About::Given => ("mandate.given", "told-given"),
            About::Received => ("mandate.received", "told-received"),
            About::Asked => ("mandate.asked", "told-asked"),
            About::AwaitsSignature => ("mandate.awaits_signature", "told-paper"),
            About::AwaitsSecond => ("mandate.awaits_second", "told-second"),
            About::RejectedByGiver => ("mandate.rejected", "told-rejected"),
            About::RejectedAtCounter => ("mandate.rejected_at_counter", "told-rejected-counter"),
            About::TakenBack => ("mandate.taken_back", "told-taken-back"),
            About::LaidDown => ("mandate.laid_down", "told-laid-down"),
            About::EndedAtCounter => ("mandate.ended_at_counter", "told-ended-counter"),
            About::Over => ("mandate.over", "told-over"),
            About::NotAnswered => ("mandate.not_answered", "told-not-answered"),
            About::Death => ("mandate.ended_by_death", "told-death"),
            About::EndsSoon(_) => ("mandate.ends_soon", "told-ends-soon"),
            About::UsedFirst => ("mandate.used_first", "told-used-first"),
            About::RefusedAttempt => ("mandate.refused_attempt", "told-refused-attempt"),
        }
    }

    fn urgency(self) -> Urgency {
        match self {
            About::EndsSoon(_) | About::Over | About::NotAnswered => Urgency::Bulk,
            _ => Urgency::Ordinary,
        }
    }
}

/// What the parties are called.
pub(super) struct Names {
    giver: String,
    holder: String,
}

impl Names {
    pub(super) fn new(giver: &str, holder: &str) -> Self {
        Self { giver: fitting(giver), holder: fitting(holder) }
    }
}

/// A name on one line, and not longer than a message bears.
fn fitting(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if plain.chars().count() <= LONGEST_NAME {
        return plain;
    }
    let cut: String = plain.chars().take(LONGEST_NAME - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The notice. Text messages name nobody: they have room for little, and are read by whoever holds the telephone.
pub(super) fn notice(words: &Words, about: About, names: &Names, link: String) -> Notice {
    let (kind, key) = about.kind_and_key();
    let what = words.t2(&format!("{key}-1"), "giver", &names.giver, "holder", &names.holder);
    let next = match about {
        About::EndsSoon(days) => words.t1(&format!("{key}-2"), "days", days),
        _ => words.t(&format!("{key}-2")),
    };
    let subject = words.t(&format!("{key}-subject"));
    Notice {
        kind,
        short: words.t1("told-short", "what", &subject),
        subject,
        paragraphs: vec![what, next],
        link: Some(Link { label: words.t("told-link"), path: link }),
        news: false,
        urgency: about.urgency(),
    }
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use courier::gsm;
    use plainlanguage::measure;
    use words::words;

    use super::*;

    const ALL: [About; 16] = [
        About::Given,
        About::Received,
        About::Asked,
        About::AwaitsSignature,
        About::AwaitsSecond,
        About::RejectedByGiver,
        About::RejectedAtCounter,
        About::TakenBack,
        About::LaidDown,
        About::EndedAtCounter,
        About::Over,
        About::NotAnswered,
        About::Death,
        About::EndsSoon(7),
        About::UsedFirst,
        About::RefusedAttempt,
    ];

    fn told(language: Language, about: About, giver: &str, holder: &str) -> Notice {
        notice(words(language), about, &Names::new(giver, holder), "/min-side".to_owned())
    }

    #[test]
    fn what_is_told_fits_one_text_message_in_every_language() {
        for language in Language::ALL {
            for about in ALL {
                let told = told(language, about, "Aase Holm", "Bo Lind");
                assert_eq!(told.check(), Ok(()), "{about:?} in {}", language.code());
                let fits = gsm::measure(&told.short);
                assert!(fits.fits_one, "{about:?} in {}: {} {fits:?}", language.code(), told.short);
                assert!(!told.short.contains("Aase") && !told.short.contains("Bo"), "{}", told.short);
                assert!(!told.paragraphs.concat().contains("told-"), "{:?}", told.paragraphs);
                assert!(told.paragraphs[0].contains("Bo Lind"), "{:?}", told.paragraphs);
            }
        }
    }

    #[test]
    fn the_name_of_a_company_makes_no_notice_too_long() {
        let name = "Østjysk Æblemost og Frugtplantage ved Vejle Fjord og Omegn I/S\nunder konkurs";
        for language in Language::ALL {
            for about in ALL {
                let told = told(language, about, name, name);
                assert_eq!(told.check(), Ok(()), "{about:?}");
                assert!(!told.paragraphs.concat().contains('\n'), "{:?}", told.paragraphs);
            }
        }
    }

    #[test]
    fn what_is_told_is_plain() {
        for about in ALL {
            let says = told(Language::Da, about, "Aase Holm", "Bo Lind").paragraphs.join(" ");
            assert!(measure(&says).lix <= 30, "{about:?} {} {says}", measure(&says).lix);
        }
    }
}
