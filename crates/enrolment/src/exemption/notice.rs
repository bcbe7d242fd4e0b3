//! What people are told of their exemption.

use jiff::civil::Date;
use jobs::Urgency;
use notices::{Link, Notice};
use words::Words;

use super::citizen::OVERVIEW;
use super::model::Covers;

/// They are exempt from self-service now, and perhaps were from post before.
pub(super) fn given(words: &Words, covers: Covers) -> Notice {
    let mut paragraphs = vec![words.t("exemption-given-1")];
    if !covers.post {
        paragraphs.push(words.t("exemption-given-2"));
    }
    notice(words, "exemption.given", "exemption-given", paragraphs)
}

/// They have enrolled again.
pub(super) fn withdrawn(words: &Words, covered: Covers) -> Notice {
    let paragraphs = vec![changes(words, "exemption-withdrawn", covered), words.t("exemption-withdrawn-2")];
    notice(words, "exemption.withdrawn", "exemption-withdrawn", paragraphs)
}

/// It ends after this day.
pub(super) fn soon_over(words: &Words, last: Option<Date>) -> Notice {
    let date = last.map(|last| words.short_date(last)).unwrap_or_default();
    let paragraphs = vec![words.t1("exemption-soon-over-1", "date", date), words.t("exemption-soon-over-2")];
    notice(words, "exemption.soon_over", "exemption-soon-over", paragraphs)
}

/// It has ended.
pub(super) fn over(words: &Words, covered: Covers) -> Notice {
    let paragraphs = vec![changes(words, "exemption-over", covered), words.t("exemption-over-2")];
    notice(words, "exemption.over", "exemption-over", paragraphs)
}

/// What changes with the end of an exemption.
fn changes(words: &Words, key: &str, covered: Covers) -> String {
    words.t(&if covered.post { format!("{key}-1") } else { format!("{key}-self-service") })
}

fn notice(words: &Words, kind: &'static str, key: &str, paragraphs: Vec<String>) -> Notice {
    Notice {
        kind,
        subject: words.t(&format!("{key}-subject")),
        paragraphs,
        short: words.t(&format!("{key}-short")),
        link: Some(Link { label: words.t("exemption-link"), path: OVERVIEW.to_owned() }),
        news: false,
        urgency: Urgency::Ordinary,
    }
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use jiff::civil::date;
    use plainlanguage::measure;
    use words::words;

    use super::*;

    fn all(words: &Words) -> Vec<Notice> {
        let [post, self_service] = [true, false].map(|post| Covers { post, self_service: true });
        vec![
            given(words, post),
            given(words, self_service),
            withdrawn(words, post),
            withdrawn(words, self_service),
            soon_over(words, Some(date(2024, 11, 30))),
            over(words, post),
            over(words, self_service),
        ]
    }

    #[test]
    fn what_people_are_told_fits_every_channel_in_every_language() {
        for language in Language::ALL {
            for notice in all(words(language)) {
                assert_eq!(notice.check(), Ok(()), "{} in {}", notice.kind, language.code());
                let most = if [Language::Da, Language::En].contains(&language) { 160 } else { 70 };
                assert!(notice.short.chars().count() <= most, "{} in {}", notice.short, language.code());
                let says = notice.paragraphs.concat();
                assert!(notice.kind != "exemption.soon_over" || says.contains("2024"), "{says}");
            }
        }
    }

    #[test]
    fn what_people_are_told_is_plain() {
        for notice in all(words(Language::Da)) {
            let says = notice.paragraphs.join(" ");
            assert!(measure(&says).lix <= 30, "{} {says}", measure(&says).lix);
        }
    }

    #[test]
    fn whoever_was_exempt_from_self_service_alone_is_told_nothing_of_paper() {
        let words = words(Language::Da);
        let covered = Covers { post: false, self_service: true };
        for notice in [withdrawn(words, covered), over(words, covered)] {
            assert!(!notice.paragraphs.concat().contains("papir"), "{notice:?}");
        }
        assert!(withdrawn(words, Covers { post: true, ..covered }).paragraphs[0].contains("papir"));
    }
}
