//! The files of a letter: what each is, whether it may be shown, and how.

use basics::Language;
use documents::{Kind, LARGEST_PAGE, Preview, Verdict, clean_html, decoded, safe_file_name, text_of};
use memo::{File, Message};
use page::{Problem, Visit};
use store::Tx;

use super::when;
use super::whose::Whose;
use crate::MailboxError;
use crate::files;
use crate::letters::{Letter, Stored};
use crate::reading::beginning_of;

/// What the pages do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ways {
    /// It can be shown, and saved.
    Open(Preview),
    /// It can be saved.
    Save,
    /// It is something else than it says it is: it can be saved by whoever has been told so.
    Differs,
    /// It may be a program: it is not handed out.
    Never,
}

impl Ways {
    pub(super) fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Dangerous(_) => Ways::Never,
            Verdict::Differs { .. } => Ways::Differs,
            Verdict::Agrees(kind) if kind.preview() == Preview::None => Ways::Save,
            Verdict::Agrees(kind) => Ways::Open(kind.preview()),
        }
    }
}

/// A file on a page.
pub(super) struct Card {
    pub(super) name: String,
    /// What kind of file it is, and how large.
    pub(super) about: String,
    pub(super) href: String,
    /// What the link says.
    pub(super) label: String,
    pub(super) is_image: bool,
    pub(super) is_open: bool,
    /// Why it cannot be had, or what to know first.
    pub(super) warning: Option<String>,
    pub(super) is_never: bool,
}

/// What is shown of the letter itself.
pub(super) enum Shown {
    /// A page, made safe, with what was left out of it.
    Html { html: String, notes: Vec<String> },
    /// Paragraphs of lines.
    Text(Vec<Vec<String>>),
    /// A picture.
    Image { src: String, alt: String },
    /// Nothing: it is only in the list of files.
    Nothing,
}

/// The letter and everything with it, as a page shows it.
pub(super) struct Documents {
    pub(super) shown: Shown,
    pub(super) lang: String,
    pub(super) dir: &'static str,
    /// The letter in its other formats; all of them where none can be shown.
    pub(super) formats: Vec<Card>,
    pub(super) attachments: Vec<Card>,
    /// Those for the machines of the receiver.
    pub(super) technical: Vec<Card>,
}

impl Documents {
    pub(super) async fn of(
        whose: &Whose,
        tx: &Tx,
        letter: &Letter,
        message: &Message<Stored>,
    ) -> Result<Self, Problem> {
        let visit = &whose.visit;
        let mut cards = Vec::new();
        let mut verdicts = Vec::new();
        for (n, file) in message.files().enumerate() {
            let verdict = verdict_of(visit, tx, file).await?;
            cards.push(card(whose, letter, n, file, verdict));
            verdicts.push(verdict);
        }
        let count = |files: &[File<Stored>]| files.len();
        let of_main = message.body.as_ref().map_or(0, |body| count(&body.main_document.files));
        let of_additional: usize = message
            .body
            .iter()
            .flat_map(|body| &body.additional_documents)
            .map(|document| count(&document.files))
            .sum();
        let technical = cards.split_off((of_main + of_additional).min(cards.len()));
        let attachments = cards.split_off(of_main.min(cards.len()));
        let main: Vec<(&File<Stored>, Verdict)> = message.files().zip(verdicts).take(of_main).collect();
        let best = best(&main);
        let mut found = Self {
            shown: Shown::Nothing,
            lang: String::new(),
            dir: "auto",
            formats: cards,
            attachments,
            technical,
        };
        if let Some(n) = best {
            let (file, verdict) = main[n];
            (found.lang, found.dir) = language(&file.language);
            found.shown = shown(visit, tx, file, verdict, &found.formats[n]).await?;
            // What stands on the page is not listed as a file beside it: it is in the download of everything.
            found.formats.remove(n);
        }
        Ok(found)
    }
}

/// Which format of the letter is shown: a page before text before a picture.
fn best(main: &[(&File<Stored>, Verdict)]) -> Option<usize> {
    let rank = |preview: Preview| match preview {
        Preview::SafeHtml => 0,
        Preview::Text => 1,
        Preview::Image => 2,
        Preview::Pdf | Preview::None => 3,
    };
    let rank_of = |verdict: Verdict| match verdict {
        // A page that calls itself text is shown as what it is: it is made safe whatever it is called.
        Verdict::Agrees(kind) | Verdict::Differs { found: kind @ (Kind::Html | Kind::PlainText), .. } => {
            rank(kind.preview())
        }
        _ => 3,
    };
    let ranked = main.iter().enumerate().map(|(n, (_, verdict))| (rank_of(*verdict), n));
    ranked.min().filter(|(rank, _)| *rank < 3).map(|(_, n)| n)
}

async fn shown(
    visit: &Visit,
    tx: &Tx,
    file: &File<Stored>,
    verdict: Verdict,
    card: &Card,
) -> Result<Shown, Problem> {
    let words = visit.words;
    Ok(match verdict.kind().preview() {
        Preview::SafeHtml => {
            let page = first_of(visit, tx, &file.content, LARGEST_PAGE + 1).await?;
            let cleaned = clean_html(&decoded(&page));
            let left_out = cleaned.pictures_left_out;
            let notes = [
                (left_out > 0).then(|| words.t1("mail-pictures-left-out", "count", left_out)),
                cleaned.had_form.then(|| words.t("mail-had-form")),
                cleaned.was_cut.then(|| words.t("mail-was-cut")),
            ];
            Shown::Html { html: cleaned.html, notes: notes.into_iter().flatten().collect() }
        }
        Preview::Text => {
            let bytes = first_of(visit, tx, &file.content, LARGEST_PAGE).await?;
            Shown::Text(paragraphs(&text_of(verdict.kind(), &bytes).unwrap_or_default()))
        }
        Preview::Image => {
            Shown::Image { src: card.href.clone(), alt: words.t1("mail-picture", "name", &card.name) }
        }
        Preview::Pdf | Preview::None => Shown::Nothing,
    })
}

/// What the file is, by what it says and by its first bytes.
pub(super) async fn verdict_of(visit: &Visit, tx: &Tx, file: &File<Stored>) -> Result<Verdict, Problem> {
    let (head, _) = beginning_of(tx, &visit.realm.vault, &file.content).await?;
    Ok(Verdict::of(&file.encoding_format, &file.filename, &head[..head.len().min(documents::HEAD)]))
}

/// A name to save it as.
pub(super) fn name_of(file: &File<Stored>, verdict: Verdict) -> String {
    safe_file_name(&file.filename, verdict.kind())
}

fn card(whose: &Whose, letter: &Letter, n: usize, file: &File<Stored>, verdict: Verdict) -> Card {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let ways = Ways::of(verdict);
    let name = name_of(file, verdict);
    let kind = words.t(&format!("mail-kind-{}", kind_code(verdict.kind())));
    let label = match ways {
        Ways::Open(_) => words.t1("mail-open-file", "name", &name),
        _ => words.t1("mail-save-file", "name", &name),
    };
    Card {
        about: words.t2("mail-file-about", "kind", kind, "size", when::size(visit, file.content.size())),
        href: visit.href(&whose.path(&format!("/brev/{}/fil/{n}", letter.id))),
        label,
        is_image: ways == Ways::Open(Preview::Image),
        is_open: matches!(ways, Ways::Open(_)),
        warning: match ways {
            Ways::Never => Some(words.t("mail-file-never")),
            Ways::Differs => Some(words.t("mail-file-differs")),
            Ways::Open(_) | Ways::Save => None,
        },
        is_never: ways == Ways::Never,
        name,
    }
}

/// The few words that people have for kinds of files.
fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf => "pdf",
        Kind::Png | Kind::Jpeg | Kind::Gif | Kind::Webp | Kind::Tiff | Kind::Heic | Kind::Svg => "picture",
        Kind::PlainText | Kind::Html | Kind::Rtf | Kind::Docx | Kind::Odt => "text",
        Kind::Csv | Kind::Xlsx | Kind::Ods => "table",
        Kind::Mp3 | Kind::Mp4 => "film",
        Kind::Zip | Kind::Archive => "packed",
        _ => "file",
    }
}

/// The beginning of a file, at most so many bytes.
pub(super) async fn first_of(
    visit: &Visit,
    tx: &Tx,
    content: &Stored,
    most: usize,
) -> Result<Vec<u8>, MailboxError> {
    let apart = match content {
        Stored::Inside(bytes) => return Ok(bytes[..bytes.len().min(most)].to_vec()),
        Stored::Apart(apart) => apart,
    };
    let missing = MailboxError::Closed { what: "mailbox.file" };
    let file = files::open(tx, &visit.realm.vault, apart.id).await?.ok_or(missing)?;
    let mut first = Vec::new();
    let mut n = 0;
    while first.len() < most
        && let Some(piece) = file.piece(tx, n).await?
    {
        first.extend_from_slice(&piece);
        n += 1;
    }
    first.truncate(most);
    Ok(first)
}

/// A page that has been made safe, as a file of its own that may load nothing wherever it is opened.
pub(super) fn by_itself(page: &[u8]) -> String {
    format!(
        "<!doctype html><html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; img-src data:\"></head><body>{}</body></html>",
        clean_html(&decoded(page)).html
    )
}

/// Text as paragraphs of lines.
pub(super) fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let blocks = text.split("\n\n").map(|block| block.trim_matches('\n'));
    let filled = blocks.filter(|block| !block.trim().is_empty());
    filled.map(|block| block.lines().map(str::to_owned).collect()).collect()
}

/// What the page says of the language of a text, as its sender named it; nothing where they named none that is known.
pub(super) fn language(named: &str) -> (String, &'static str) {
    let code = named.trim().to_ascii_lowercase();
    if let Some(known) = Language::from_code(&code) {
        return (code, known.direction().as_str());
    }
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_code { (code, "auto") } else { (String::new(), "auto") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stands_in_paragraphs_as_it_was_typed() {
        assert_eq!(
            paragraphs("Kære Aase.\n\nKom kl. 10\ntil os.\n\n\n"),
            [vec!["Kære Aase."], vec!["Kom kl. 10", "til os."]]
        );
    }

    #[test]
    fn a_language_is_named_only_where_it_is_one() {
        assert_eq!(language("ar"), ("ar".to_owned(), "rtl"));
        assert_eq!(language("DA"), ("da".to_owned(), "ltr"));
        assert_eq!(language("fa"), ("fa".to_owned(), "auto"));
        assert_eq!(language("\" onload=x"), (String::new(), "auto"));
    }

    #[test]
    fn what_is_not_what_it_says_is_not_opened() {
        assert_eq!(Ways::of(Verdict::Agrees(Kind::Pdf)), Ways::Open(Preview::Pdf));
        assert_eq!(Ways::of(Verdict::Agrees(Kind::Docx)), Ways::Save);
        assert_eq!(Ways::of(Verdict::Dangerous(Kind::Executable)), Ways::Never);
        assert_eq!(Ways::of(Verdict::Differs { declared: Kind::Pdf, found: Kind::Png }), Ways::Differs);
    }
}
