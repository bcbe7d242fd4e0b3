//! Names of files that harm nobody who saves them.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Kind;
use crate::search::fold;

/// The most characters of a name, with its ending.
pub const LONGEST_NAME: usize = 120;

/// The most bytes of a name; file systems take 255.
const MOST_BYTES: usize = 240;

/// What a document without a usable name is called.
const NAMELESS: &str = "dokument";

/// Names that Windows keeps for devices, whatever ending they have.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];

/// A name to save a document of this kind under: no path, nothing unseen, no name of a device, at most
/// [`LONGEST_NAME`] characters, and the ending of what it is in place of any that it only says it is. Letters of all
/// alphabets stay.
///
/// ```
/// use documents::{Kind, safe_file_name};
/// assert_eq!(safe_file_name("../Afgørelse om støtte.pdf.exe", Kind::Pdf), "Afgørelse om støtte.pdf");
/// ```
pub fn safe_file_name(name: &str, kind: Kind) -> String {
    let bare = name.rsplit(['/', '\\']).next().unwrap_or_default();
    // What is unseen goes first: it may stand between letters that are put in order, or put together, without it.
    let seen: String = bare.chars().filter(|letter| !is_unseen(*letter)).collect();
    let clean: String = seen.nfc().map(plain).collect();
    let spaced = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let (stem, own) = without_endings(&spaced, kind);
    let ending = own.unwrap_or_else(|| kind.endings()[0].to_owned());

    let mut safe = String::new();
    if is_device(&stem) {
        safe.push('_');
    }
    let room = LONGEST_NAME - ending.chars().count() - 1;
    let bytes = MOST_BYTES - ending.len() - 1;
    for letter in stem.chars().take(room - safe.len()) {
        if safe.len() + letter.len_utf8() > bytes {
            break;
        }
        safe.push(letter);
    }
    safe.truncate(safe.trim_end_matches([' ', '.']).len());
    if safe.is_empty() {
        safe.push_str(NAMELESS);
    }
    safe.push('.');
    safe.push_str(&ending);
    safe
}

/// What is drawn as nothing, or turns the order of what follows: control characters, marks of direction, joiners.
pub(crate) fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFF}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// Characters that mean something to a file system, or look as if they did.
fn plain(letter: char) -> char {
    match letter {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\u{2044}' | '\u{2215}' | '\u{29F8}' | '\u{FF0F}'
        | '\u{FF3C}' => '-',
        '\u{2024}' | '\u{FF0E}' => '.',
        _ => letter,
    }
}

/// The name without the endings that say what it is, and its own ending where that is right.
fn without_endings(name: &str, kind: Kind) -> (String, Option<String>) {
    let mut stem = name.trim_matches([' ', '.']);
    let mut own = None;
    let mut is_last = true;
    while let Some((before, ending)) = stem.rsplit_once('.') {
        let ending = ending.trim().to_lowercase();
        if Kind::of_ending(&ending).is_none() && ending != "bin" {
            break;
        }
        if is_last && kind.endings().contains(&&*ending) {
            own = Some(ending);
        }
        is_last = false;
        stem = before.trim_end_matches([' ', '.']);
    }
    (stem.to_owned(), own)
}

fn is_device(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or_default().trim().to_lowercase();
    let port = |name: &str| {
        let number = base.strip_prefix(name).map(|number| number.nfkc().collect::<String>());
        number.is_some_and(|number| number.len() == 1 && number.starts_with(|c: char| c.is_ascii_digit()))
    };
    DEVICES.contains(&&*base) || port("com") || port("lpt")
}

/// The header `Content-Disposition` for a document: RFC 6266, with the name in UTF-8 (RFC 8187) and a plain one for
/// programs that know no better. It always fits on one line of a header.
///
/// ```
/// assert_eq!(
///     documents::content_disposition("Afgørelse.pdf", true),
///     "inline; filename=\"Afgoerelse.pdf\"; filename*=UTF-8''Afg%C3%B8relse.pdf",
/// );
/// ```
pub fn content_disposition(name: &str, inline: bool) -> String {
    let name: String = name.chars().filter(|letter| !is_unseen(*letter)).collect();
    let plain = in_ascii(&name);
    let mut header = format!("{}; filename=\"{plain}\"", if inline { "inline" } else { "attachment" });
    if plain != name {
        header.push_str("; filename*=UTF-8''");
        for byte in name.bytes() {
            // `attr-char` of RFC 8187
            if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
                header.push(char::from(byte));
            } else {
                let _ = write!(header, "%{byte:02X}");
            }
        }
    }
    header
}

/// The name in letters that every program knows.
fn in_ascii(name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ascii = |part: &str| {
        let mut plain = String::new();
        for letter in part.nfc() {
            match letter {
                '"' | '\\' | '%' | '/' => plain.push('-'),
                _ if letter.is_ascii() => plain.push(letter),
                'Å' | 'Æ' | 'Ø' | 'Ö' | 'Ä' => {
                    let mut low = fold(letter.encode_utf8(&mut [0; 4]));
                    low[..1].make_ascii_uppercase();
                    plain.push_str(&low);
                }
                'å' | 'æ' | 'ø' | 'ö' | 'ä' | 'ß' => {
                    plain.push_str(&fold(letter.encode_utf8(&mut [0; 4])));
                }
                _ => {
                    let parts: String = letter.nfkd().filter(|part| !is_combining_mark(*part)).collect();
                    plain.push_str(if parts.is_ascii() && !parts.contains(['"', '\\', '%', '/']) {
                        &parts
                    } else {
                        "_"
                    });
                }
            }
        }
        plain
    };
    let mut plain = ascii(stem);
    if !plain.contains(|c: char| c.is_ascii_alphanumeric()) {
        NAMELESS.clone_into(&mut plain);
    }
    if !ending.is_empty() {
        plain.push('.');
        plain.push_str(&ascii(ending));
    }
    plain
}
