//! What people are told of their exemption.

use jiff::civil::Date;
use jobs::Urgency;
use notices::{Link, Notice};
use words::Words;

use super::citizen::OVERVIEW;

/// They are exempt from self-service, and still get their post digitally.
pub(super) fn given(words: &Words) -> Notice {
    notice(words, "exemption.given", "exemption-given", "")
}

/// They have enrolled again.
pub(super) fn withdrawn(words: &Words) -> Notice {
    notice(words, "exemption.withdrawn", "exemption-withdrawn", "")
}

/// It ends after this day.
pub(super) fn soon_over(words: &Words, last: Option<Date>) -> Notice {
    let date = last.map(|last| words.short_date(last)).unwrap_or_default();
    notice(words, "exemption.soon_over", "exemption-soon-over", &date)
}

/// It has ended.
pub(super) fn over(words: &Words) -> Notice {
    notice(words, "exemption.over", "exemption-over", "")
}

fn notice(words: &Words, kind: &'static str, key: &str, date: &str) -> Notice {
    let say = |part: &str| words.t1(&format!("{key}-{part}"), "date", date);
    Notice {
        kind,
        subject: say("subject"),
        paragraphs: vec![say("1"), say("2")],
        short: say("short"),
        link: Some(Link { label: words.t("exemption-link"), path: OVERVIEW.to_owned() }),
        news: false,
        urgency: Urgency::Ordinary,
    }
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use jiff::civil::date;
    use words::words;

    use super::*;

    #[test]
    fn what_people_are_told_fits_every_channel_in_every_language() {
        for language in Language::ALL {
            let words = words(language);
            let soon = soon_over(words, Some(date(2024, 11, 30)));
            assert!(soon.paragraphs.concat().contains("2024"), "{soon:?}");
            for notice in [given(words), withdrawn(words), soon, over(words)] {
                assert_eq!(notice.check(), Ok(()), "{} in {}", notice.kind, language.code());
                let most = if [Language::Da, Language::En].contains(&language) { 160 } else { 70 };
                assert!(notice.short.chars().count() <= most, "{} in {}", notice.short, language.code());
            }
        }
    }
}
