//! What a document is, by its first bytes.

use std::borrow::Cow;

use memchr::memmem;

use crate::text::utf16;
use crate::{Kind, zip};

/// How much of a document is looked at, in bytes.
pub const HEAD: usize = 8 * 1024;

/// First bytes that are nobody else's. Text and what begins like text is told apart afterwards.
const MAGIC: &[(&[u8], Kind)] = &[
    (b"\x89PNG\r\n\x1a\n", Kind::Png),
    (b"\xff\xd8\xff", Kind::Jpeg),
    (b"GIF87a", Kind::Gif),
    (b"GIF89a", Kind::Gif),
    (b"II*\0", Kind::Tiff),
    (b"MM\0*", Kind::Tiff),
    (b"{\\rtf", Kind::Rtf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
    (b"\x1f\x8b\x08", Kind::Archive),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"Rar!\x1a\x07", Kind::Archive),
    (b"\xfd7zXZ\0", Kind::Archive),
    (b"BZh", Kind::Archive),
    (b"\x28\xb5\x2f\xfd", Kind::Archive),
    (b"MSCF\0\0\0\0", Kind::Archive),
    (b"ID3", Kind::Mp3),
    (b"\xff\xfb", Kind::Mp3),
    (b"\xff\xf3", Kind::Mp3),
    (b"\x7fELF", Kind::Executable),
    (b"\xfe\xed\xfa\xce", Kind::Executable),
    (b"\xfe\xed\xfa\xcf", Kind::Executable),
    (b"\xce\xfa\xed\xfe", Kind::Executable),
    (b"\xcf\xfa\xed\xfe", Kind::Executable),
    (b"\xca\xfe\xba\xbe", Kind::Executable),
    (b"\0asm", Kind::Executable),
    (b"dex\n03", Kind::Executable),
    (b"!<arch>\n", Kind::Executable),
    (b"\xed\xab\xee\xdb", Kind::Executable),
    (b"ITSF\x03\0\0\0", Kind::Executable),
    // a shortcut of Windows, and a notebook that starts programs
    (b"\x4c\0\0\0\x01\x14\x02\0", Kind::Script),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", Kind::Script),
    (b"#!", Kind::Script),
];

impl Kind {
    /// What a document is, by its first bytes; more than [`HEAD`] of them are not looked at.
    ///
    /// Text that could be several things is [`Kind::PlainText`]; a packed folder that does not show at once what it is,
    /// [`Kind::Zip`].
    pub fn sniff(head: &[u8]) -> Self {
        let head = &head[..head.len().min(HEAD)];
        if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
            return *kind;
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return zip::kind(head);
        }
        if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
            return Self::Webp;
        }
        if head.get(4..8) == Some(b"ftyp") {
            return match head.get(8..12) {
                Some(b"heic" | b"heix" | b"heif" | b"mif1" | b"msf1" | b"hevc") => Self::Heic,
                _ => Self::Mp4,
            };
        }
        if without_padding(head).starts_with(b"%PDF-") {
            return Self::Pdf;
        }
        match as_text(head) {
            Some(text) => of_text(&text),
            None if head.starts_with(b"MZ") => Self::Executable,
            None => Self::Unknown,
        }
    }
}

/// Readers of PDF overlook what is empty before its first line.
fn without_padding(head: &[u8]) -> &[u8] {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let start = head.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0));
    &head[start.unwrap_or(head.len())..]
}

/// The head as text, if it is some: UTF-16 with its mark, UTF-8 maybe cut at the end, or one byte a letter.
fn as_text(head: &[u8]) -> Option<Cow<'_, str>> {
    match head {
        [] => None,
        [0xff, 0xfe, rest @ ..] => Some(Cow::Owned(utf16(rest, u16::from_le_bytes))),
        [0xfe, 0xff, rest @ ..] => Some(Cow::Owned(utf16(rest, u16::from_be_bytes))),
        _ if head.iter().any(|byte| is_control(*byte)) => None,
        _ => match str::from_utf8(head) {
            Ok(text) => Some(Cow::Borrowed(text)),
            Err(error) if error.error_len().is_none() => {
                str::from_utf8(&head[..error.valid_up_to()]).ok().map(Cow::Borrowed)
            }
            Err(_) => {
                let strange = head.iter().filter(|byte| !byte.is_ascii()).count();
                (strange * 3 < head.len()).then(|| head.iter().map(|byte| char::from(*byte)).collect())
            }
        },
    }
}

fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)
}

fn of_text(text: &str) -> Kind {
    let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let low = text.to_ascii_lowercase();
    let starts = |start: &str| low.starts_with(start);
    if starts("#!")
        || starts("@echo")
        || starts("windows registry editor")
        || starts("regedit4")
        || starts("[internetshortcut]")
        || starts("[desktop entry]")
        || low.contains("<?php")
        || low.contains("<hta:application")
    {
        return Kind::Script;
    }
    if starts("begin:vcalendar") {
        return Kind::Calendar;
    }
    if starts("begin:vcard") {
        return Kind::Contact;
    }
    if starts("{\\rtf") {
        return Kind::Rtf;
    }
    if low.starts_with('<') {
        of_tags(&low)
    } else if is_email(&low) {
        Kind::Email
    } else {
        Kind::PlainText
    }
}

/// Elements that a page of the web begins with.
const PAGES_BEGIN: &[&str] = &[
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "style",
    "script",
    "base",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "table",
    "div",
    "span",
    "p",
    "br",
    "hr",
    "a",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "font",
    "center",
    "img",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "section",
    "article",
    "main",
    "header",
    "noscript",
    "template",
    "video",
    "audio",
    "marquee",
    "blockquote",
    "button",
    "details",
];

/// Text whose first character is `<`, in lower case.
fn of_tags(low: &str) -> Kind {
    let mut rest = low;
    let mut said_xml = false;
    loop {
        rest = rest.trim_start();
        let skipped = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.split_once("-->").map(|(_, after)| after)
        } else if rest.starts_with("<!doctype") && doctype(rest) == "html" {
            return Kind::Html;
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            said_xml |= rest.starts_with("<?xml");
            rest.split_once('>').map(|(_, after)| after)
        } else {
            break;
        };
        match skipped {
            Some(after) => rest = after,
            None => return if said_xml { Kind::Xml } else { Kind::Html },
        }
    }
    let Some(tag) = rest.strip_prefix('<') else { return if said_xml { Kind::Xml } else { Kind::PlainText } };
    let name = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
    let local = name.rsplit(':').next().unwrap_or_default();
    match local {
        "svg" => Kind::Svg,
        _ if PAGES_BEGIN.contains(&name) => Kind::Html,
        _ if tag.contains("http://www.w3.org/1999/xhtml") || tag.contains("<script") => Kind::Html,
        _ if said_xml || (name.starts_with(|c: char| c.is_alphabetic()) && tag.contains("</")) => Kind::Xml,
        _ => Kind::PlainText,
    }
}

fn doctype(declaration: &str) -> &str {
    let name = declaration["<!doctype".len()..].trim_start();
    name.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default()
}

/// Begins with the lines of an e-mail's head.
fn is_email(low: &str) -> bool {
    let known =
        ["received:", "return-path:", "from:", "to:", "subject:", "date:", "message-id:", "mime-version:"];
    let heads = low.lines().take_while(|line| !line.is_empty()).take(40);
    let found = heads.filter(|line| known.iter().any(|head| line.starts_with(head))).count();
    found >= 3
        && low
            .lines()
            .next()
            .is_some_and(|first| first.split(' ').next().is_some_and(|word| word.ends_with(':')))
}

/// Whether bytes that begin as `found` go on as something else: a file made to be two things at once.
pub(crate) fn is_two_things(found: Kind, head: &[u8]) -> bool {
    let head = &head[..head.len().min(HEAD)];
    let begins = &head[..head.len().min(1024)];
    let later_pdf = found != Kind::Pdf && memmem::find(begins, b"%PDF-").is_some();
    let is_image = matches!(found, Kind::Png | Kind::Jpeg | Kind::Gif | Kind::Webp | Kind::Tiff | Kind::Heic);
    let is_sound = matches!(found, Kind::Mp3 | Kind::Mp4);
    let strong =
        is_image || is_sound || matches!(found, Kind::Html | Kind::Svg | Kind::Xml | Kind::Zip | Kind::Rtf);
    (later_pdf && strong)
        || (is_image && (memmem::find(head, b"PK\x03\x04").is_some() || has_page(head)))
        || (found == Kind::Pdf && memmem::find(begins, b"PK\x03\x04").is_some())
}

/// The beginning of a page of the web or of a program in it.
fn has_page(head: &[u8]) -> bool {
    memchr::memchr_iter(b'<', head).any(|at| {
        let rest = &head[at + 1..];
        [&b"script"[..], b"html", b"!doctype html", b"?php", b"iframe"]
            .iter()
            .any(|start| rest.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)))
    })
}
