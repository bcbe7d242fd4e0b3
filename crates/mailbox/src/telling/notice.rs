//! What people are told about their post: mild words, no sender, no subject.

use jobs::Urgency;
use notices::{Link, Notice};
use words::Words;

/// How much of the name of an organisation stands in a text message.
const LONGEST_NAME: usize = 40;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// Post has come.
    Arrived,
    /// An important letter has come.
    ArrivedImportant,
    /// Important post is still unopened.
    Unopened,
    /// The same, for somebody who helps: neither who nor what.
    UnopenedOfOther,
}

impl About {
    fn kind(self) -> &'static str {
        match self {
            About::Arrived | About::ArrivedImportant => "post.arrived",
            About::Unopened => "post.unopened",
            About::UnopenedOfOther => "post.unopened_of_other",
        }
    }

    /// The texts are `KEY-subject`, `KEY-1` and `KEY-short`; where a name is given, `KEY-company-…`.
    fn key(self) -> &'static str {
        match self {
            About::Arrived => "post-arrived",
            About::ArrivedImportant => "post-arrived-important",
            About::Unopened => "post-unopened",
            About::UnopenedOfOther => "post-unopened-of-other",
        }
    }

    fn link(self, words: &Words) -> Link {
        match self {
            About::UnopenedOfOther => {
                Link { label: words.t("post-link-helper"), path: crate::helper::PATH.to_owned() }
            }
            _ => Link { label: words.t("post-link"), path: "/post".to_owned() },
        }
    }
}

/// The notice; `name` is what the organisation is called whose post it is.
pub(crate) fn notice(words: &Words, about: About, name: Option<&str>) -> Notice {
    let say = |part: &str| match name {
        Some(name) => {
            let short: String = name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
            words.t1(&format!("{}-company-{part}", about.key()), "name", short)
        }
        None => words.t(&format!("{}-{part}", about.key())),
    };
    Notice {
        kind: about.kind(),
        subject: say("subject"),
        paragraphs: vec![say("1"), words.t("post-told-why")],
        short: say("short"),
        link: Some(about.link(words)),
        news: false,
        urgency: Urgency::Bulk,
    }
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use courier::gsm;
    use words::words;

    use super::*;

    #[test]
    fn what_is_told_of_post_fits_one_text_message_in_every_language() {
        let own = [About::Arrived, About::ArrivedImportant, About::Unopened, About::UnopenedOfOther];
        for language in Language::ALL {
            for about in own {
                let notice = notice(words(language), about, None);
                assert_eq!(notice.check(), Ok(()), "{about:?} in {}", language.code());
                assert!(
                    gsm::measure(&notice.short).fits_one,
                    "{}: {:?}",
                    notice.short,
                    gsm::measure(&notice.short)
                );
            }
        }
    }

    #[test]
    fn the_name_of_a_company_makes_no_notice_too_long() {
        let name = "Østjysk Æblemost og Frugtplantage ved Vejle Fjord I/S\nunder konkurs";
        for language in Language::ALL {
            for about in [About::Arrived, About::ArrivedImportant, About::Unopened] {
                assert_eq!(notice(words(language), about, Some(name)).check(), Ok(()), "{about:?}");
            }
        }
    }
}
