//! What a document says it is: by its media type and by the end of its name.

use crate::Kind;

/// Media types that say nothing.
const SAY_NOTHING: &[&str] = &[
    "",
    "application/octet-stream",
    "binary/octet-stream",
    "application/binary",
    "application/unknown",
    "application/x-download",
    "application/force-download",
];

const BY_MIME: &[(&str, Kind)] = &[
    ("application/pdf", Kind::Pdf),
    ("application/x-pdf", Kind::Pdf),
    ("image/png", Kind::Png),
    ("image/jpeg", Kind::Jpeg),
    ("image/jpg", Kind::Jpeg),
    ("image/pjpeg", Kind::Jpeg),
    ("image/gif", Kind::Gif),
    ("image/webp", Kind::Webp),
    ("image/tiff", Kind::Tiff),
    ("image/tif", Kind::Tiff),
    ("image/heic", Kind::Heic),
    ("image/heif", Kind::Heic),
    ("image/svg+xml", Kind::Svg),
    ("text/plain", Kind::PlainText),
    ("text/html", Kind::Html),
    ("application/xhtml+xml", Kind::Html),
    ("text/xml", Kind::Xml),
    ("application/xml", Kind::Xml),
    ("application/json", Kind::Json),
    ("text/csv", Kind::Csv),
    ("application/csv", Kind::Csv),
    ("application/rtf", Kind::Rtf),
    ("text/rtf", Kind::Rtf),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Kind::Docx),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.template", Kind::Docx),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Kind::Xlsx),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.template", Kind::Xlsx),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", Kind::Pptx),
    ("application/vnd.openxmlformats-officedocument.presentationml.slideshow", Kind::Pptx),
    ("application/vnd.oasis.opendocument.text", Kind::Odt),
    ("application/vnd.oasis.opendocument.spreadsheet", Kind::Ods),
    ("application/vnd.oasis.opendocument.presentation", Kind::Odp),
    ("application/msword", Kind::OldOffice),
    ("application/vnd.ms-excel", Kind::OldOffice),
    ("application/vnd.ms-powerpoint", Kind::OldOffice),
    ("application/vnd.ms-outlook", Kind::OldOffice),
    ("application/vnd.ms-word.document.macroenabled.12", Kind::MacroOffice),
    ("application/vnd.ms-excel.sheet.macroenabled.12", Kind::MacroOffice),
    ("application/vnd.ms-powerpoint.presentation.macroenabled.12", Kind::MacroOffice),
    ("message/rfc822", Kind::Email),
    ("application/zip", Kind::Zip),
    ("application/x-zip-compressed", Kind::Zip),
    ("application/gzip", Kind::Archive),
    ("application/x-7z-compressed", Kind::Archive),
    ("application/vnd.rar", Kind::Archive),
    ("application/x-rar-compressed", Kind::Archive),
    ("application/x-tar", Kind::Archive),
    ("text/calendar", Kind::Calendar),
    ("text/vcard", Kind::Contact),
    ("text/x-vcard", Kind::Contact),
    ("audio/mpeg", Kind::Mp3),
    ("audio/mp3", Kind::Mp3),
    ("video/mp4", Kind::Mp4),
    ("audio/mp4", Kind::Mp4),
    ("audio/x-m4a", Kind::Mp4),
    ("application/x-msdownload", Kind::Executable),
    ("application/x-dosexec", Kind::Executable),
    ("application/vnd.microsoft.portable-executable", Kind::Executable),
    ("application/x-msi", Kind::Executable),
    ("application/x-executable", Kind::Executable),
    ("application/java-archive", Kind::Executable),
    ("application/vnd.android.package-archive", Kind::Executable),
    ("application/javascript", Kind::Script),
    ("text/javascript", Kind::Script),
    ("application/x-sh", Kind::Script),
    ("application/x-bat", Kind::Script),
    ("application/hta", Kind::Script),
    ("text/x-php", Kind::Script),
    ("application/x-php", Kind::Script),
];

/// Endings beyond those that [`Kind::endings`] names.
const BY_ENDING: &[(&str, Kind)] = &[
    ("jpe", Kind::Jpeg),
    ("jfif", Kind::Jpeg),
    ("text", Kind::PlainText),
    ("log", Kind::PlainText),
    ("md", Kind::PlainText),
    ("doc", Kind::OldOffice),
    ("dot", Kind::OldOffice),
    ("pps", Kind::OldOffice),
    ("docm", Kind::MacroOffice),
    ("dotm", Kind::MacroOffice),
    ("xlsm", Kind::MacroOffice),
    ("xltm", Kind::MacroOffice),
    ("xlam", Kind::MacroOffice),
    ("xlsb", Kind::MacroOffice),
    ("pptm", Kind::MacroOffice),
    ("ppsm", Kind::MacroOffice),
    ("tar", Kind::Archive),
    ("tgz", Kind::Archive),
    ("xz", Kind::Archive),
    ("bz2", Kind::Archive),
    ("zst", Kind::Archive),
    ("cab", Kind::Archive),
    ("m4v", Kind::Mp4),
    ("mov", Kind::Mp4),
];

/// Endings of what a machine runs itself.
const PROGRAMS: &[&str] = &[
    "exe", "com", "scr", "pif", "msi", "msp", "msix", "appx", "dll", "cpl", "sys", "drv", "ocx", "jar",
    "class", "apk", "ipa", "dmg", "pkg", "app", "deb", "rpm", "appimage", "run", "elf", "so", "dylib",
    "wasm", "chm", "hlp", "iso", "img", "vhd", "vhdx", "xll", "gadget",
];

/// Endings of what another program runs, or of what starts one.
const SCRIPTS: &[&str] = &[
    "bat",
    "cmd",
    "ps1",
    "psm1",
    "psd1",
    "vb",
    "vbs",
    "vbe",
    "js",
    "jse",
    "mjs",
    "ws",
    "wsf",
    "wsh",
    "wsc",
    "sct",
    "hta",
    "msc",
    "reg",
    "inf",
    "scf",
    "lnk",
    "url",
    "website",
    "desktop",
    "sh",
    "bash",
    "zsh",
    "ksh",
    "csh",
    "command",
    "py",
    "pyc",
    "pyw",
    "pl",
    "rb",
    "php",
    "phtml",
    "asp",
    "aspx",
    "jsp",
    "jnlp",
    "applescript",
    "scpt",
    "one",
    "library-ms",
    "search-ms",
    "settingcontent-ms",
    "theme",
    "ade",
    "accdb",
    "mdb",
];

impl Kind {
    /// What a document is said to be, if anybody said so. A program named by either media type or name is one. Otherwise
    /// the media type counts, and the name where the type says nothing, or says text and the name which text.
    ///
    /// ```
    /// use documents::Kind;
    /// assert_eq!(Kind::declared("application/pdf", "brev"), Some(Kind::Pdf));
    /// assert_eq!(Kind::declared("application/octet-stream", "Bilag.DOCX"), Some(Kind::Docx));
    /// assert_eq!(Kind::declared("application/pdf", "brev.pdf.exe"), Some(Kind::Executable));
    /// assert_eq!(Kind::declared("", "brev"), None);
    /// ```
    pub fn declared(mime: &str, filename: &str) -> Option<Self> {
        let by_name = ending(filename).and_then(|ending| Self::of_ending(&ending));
        let by_mime = of_mime(mime);
        match (by_mime, by_name) {
            (_, Some(program @ (Self::Executable | Self::Script | Self::MacroOffice))) => Some(program),
            (Some(Self::PlainText), Some(text @ (Self::Csv | Self::Json))) => Some(text),
            (Some(Self::OldOffice), Some(table @ (Self::Csv | Self::Xlsx | Self::Docx | Self::Pptx))) => {
                Some(table)
            }
            (said, named) => said.or(named),
        }
    }

    /// What files with this ending are, in lower case and without its dot.
    pub(crate) fn of_ending(ending: &str) -> Option<Self> {
        if PROGRAMS.contains(&ending) {
            return Some(Self::Executable);
        }
        if SCRIPTS.contains(&ending) {
            return Some(Self::Script);
        }
        let named = BY_ENDING.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind);
        named.or_else(|| WITH_ENDINGS.iter().find(|kind| kind.endings().contains(&ending)).copied())
    }
}

/// Kinds that are known by an ending of their own.
const WITH_ENDINGS: &[Kind] = &[
    Kind::Pdf,
    Kind::Png,
    Kind::Jpeg,
    Kind::Gif,
    Kind::Webp,
    Kind::Tiff,
    Kind::Heic,
    Kind::Svg,
    Kind::PlainText,
    Kind::Html,
    Kind::Xml,
    Kind::Json,
    Kind::Csv,
    Kind::Rtf,
    Kind::Docx,
    Kind::Xlsx,
    Kind::Pptx,
    Kind::Odt,
    Kind::Ods,
    Kind::Odp,
    Kind::OldOffice,
    Kind::Email,
    Kind::Zip,
    Kind::Archive,
    Kind::Calendar,
    Kind::Contact,
    Kind::Mp3,
    Kind::Mp4,
];

fn of_mime(mime: &str) -> Option<Kind> {
    let bare = mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if SAY_NOTHING.contains(&&*bare) {
        return None;
    }
    BY_MIME.iter().find(|(known, _)| *known == bare).map(|(_, kind)| *kind)
}

/// What follows the last dot, in lower case, as Windows sees it: it lets dots and spaces fall from the end of a name, and
/// what cannot be seen is not there.
pub(crate) fn ending(filename: &str) -> Option<String> {
    let seen: String = filename.chars().filter(|letter| !crate::name::is_unseen(*letter)).collect();
    let (stem, ending) = seen.trim_end_matches(|c: char| c == '.' || c.is_whitespace()).rsplit_once('.')?;
    let ending = ending.trim().to_lowercase();
    (!stem.is_empty() && !ending.is_empty()).then_some(ending)
}
