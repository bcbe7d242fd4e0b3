//! What a packed folder is, by the names of its first files.

use memchr::memmem;

use crate::Kind;
use crate::declared::ending;

/// The fixed part of what stands before each file: APPNOTE.TXT 4.3.7.
const HEADER: usize = 30;

/// The most of a name that is read, from its end.
const LONGEST_NAME: usize = 512;

/// What the folder is that begins with these bytes.
pub(crate) fn kind(head: &[u8]) -> Kind {
    if let Some(kind) = open_document(head) {
        return kind;
    }
    let mut found = Kind::Zip;
    for name in names(head) {
        match &*name {
            "meta-inf/manifest.mf" | "androidmanifest.xml" | "classes.dex" => return Kind::Executable,
            _ if name.ends_with("vbaproject.bin") || name.contains("/macrosheets/") => {
                return Kind::MacroOffice;
            }
            _ if found != Kind::Zip => {}
            _ if name.starts_with("word/") => found = Kind::Docx,
            _ if name.starts_with("xl/") => found = Kind::Xlsx,
            _ if name.starts_with("ppt/") => found = Kind::Pptx,
            _ => {}
        }
    }
    found
}

/// OpenDocument puts its media type first, unpacked, into a file named `mimetype`: OpenDocument 1.3, part 2, 3.3.
fn open_document(head: &[u8]) -> Option<Kind> {
    let told = head.get(HEADER..)?.strip_prefix(b"mimetype")?;
    [
        (&b"application/vnd.oasis.opendocument.text"[..], Kind::Odt),
        (b"application/vnd.oasis.opendocument.spreadsheet", Kind::Ods),
        (b"application/vnd.oasis.opendocument.presentation", Kind::Odp),
    ]
    .into_iter()
    .find(|(mime, _)| told.starts_with(mime))
    .map(|(_, kind)| kind)
}

/// Whether the folder may be a document of Office that does not show in its first bytes which.
pub(crate) fn may_be_office(head: &[u8]) -> bool {
    names(head).next().is_some_and(|first| {
        first == "[content_types].xml" || first.starts_with("_rels/") || first.starts_with("docprops/")
    })
}

/// Whether a program lies among the first files.
pub(crate) fn holds_a_program(head: &[u8]) -> bool {
    names(head).any(|name| {
        let kind = ending(&name).and_then(|ending| Kind::of_ending(&ending));
        matches!(kind, Some(Kind::Executable | Kind::Script))
    })
}

/// The names of the files that begin within these bytes, in lower case.
fn names(head: &[u8]) -> impl Iterator<Item = String> + '_ {
    memmem::find_iter(head, b"PK\x03\x04").filter_map(move |at| {
        let header = head.get(at..at + HEADER)?;
        let length = usize::from(u16::from_le_bytes([header[26], header[27]]));
        let name = head.get(at + HEADER..at + HEADER + length)?;
        let name = &name[name.len().saturating_sub(LONGEST_NAME)..];
        Some(String::from_utf8_lossy(name).replace('\\', "/").to_lowercase())
    })
}
