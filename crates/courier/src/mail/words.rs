//! What a mail says, as text and as HTML.

use askama::Template;
use basics::Direction;

use super::{Link, Mail};

#[derive(Template)]
#[template(path = "mail.html")]
struct Html<'m> {
    mail: &'m Mail,
    language: &'static str,
    direction: &'static str,
    /// The side lines begin at: programs that read mail with old rules do not know `start`.
    start: &'static str,
}

/// The mail as a page: small tables and inline style, as programs that read mail need them.
pub(super) fn html(mail: &Mail) -> String {
    let direction = mail.language.direction();
    let start = match direction {
        Direction::Ltr => "left",
        Direction::Rtl => "right",
    };
    let html = Html { mail, language: mail.language.code(), direction: direction.as_str(), start };
    html.render().expect("a template without filters that fail can be written to a string")
}

/// The mail as plain text, with the links spelled out on lines of their own.
pub(super) fn text(mail: &Mail) -> String {
    let spelled_out = |link: &Link| format!("{}:\n{}", link.label, link.url);
    let mut blocks = mail.paragraphs.clone();
    blocks.extend(mail.action.as_ref().map(spelled_out));
    let small_print: Vec<String> =
        mail.footer.iter().cloned().chain(mail.unsubscribe.as_ref().map(spelled_out)).collect();
    let mut text = blocks.join("\n\n");
    if !small_print.is_empty() {
        // The line that mail programs know the small print by (RFC 3676 § 4.3).
        text.push_str("\n\n-- \n");
        text.push_str(&small_print.join("\n\n"));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use basics::Language;

    use super::*;
    use crate::mail::letter::tests::mail;

    #[test]
    fn the_text_spells_its_links_out() {
        assert_eq!(
            text(&mail(Language::Da)),
            "Kære Aase\n\nDin hjælper kommer\npå mandag.\n\nSe aftalen:\nhttps://hjaelp.example.dk/a?b=1&c=2\n\n-- \n\
             Omtanke, Vejle Kommune\n\nIngen flere mails:\nhttps://hjaelp.example.dk/stop/x\n"
        );
    }

    #[test]
    fn nothing_in_a_mail_becomes_markup() {
        let mut mail = mail(Language::Da);
        mail.subject = "<b>1 & 2</b>".to_owned();
        mail.paragraphs = vec!["<script>alert(1)</script>".to_owned()];
        mail.action =
            Some(Link { label: "\"><img>".to_owned(), url: "https://a.example/\"onclick=x".to_owned() });
        let html = html(&mail);
        assert!(!html.contains("<script>") && !html.contains("<b>") && !html.contains("<img>"), "{html}");
        assert!(!html.contains("/\"onclick"), "{html}");
    }

    #[test]
    fn arabic_and_urdu_run_from_the_right() {
        for language in Language::ALL {
            let html = html(&mail(language));
            let expected =
                format!("<html lang=\"{}\" dir=\"{}\">", language.code(), language.direction().as_str());
            assert!(html.contains(&expected), "{html}");
            let side = if language.direction() == Direction::Rtl { "right" } else { "left" };
            assert!(html.contains(&format!("text-align:{side}")), "{html}");
        }
    }

    #[test]
    fn a_mail_of_one_sentence_has_no_empty_small_print() {
        let short = Mail {
            paragraphs: vec!["Hej.".to_owned()],
            action: None,
            footer: Vec::new(),
            unsubscribe: None,
            ..mail(Language::Da)
        };
        assert_eq!(text(&short), "Hej.\n");
        assert!(!html(&short).contains("<hr"));
    }
}
