//! What a document is, what it is served as, and what of it can be shown on a page.

/// The kinds of documents a mailbox tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Portable Document Format.
    Pdf,
    /// A picture without loss.
    Png,
    /// A photograph.
    Jpeg,
    /// A small picture, maybe moving.
    Gif,
    /// A picture made for the web.
    Webp,
    /// A scan, of several pages maybe.
    Tiff,
    /// A photograph of a telephone; few browsers show it.
    Heic,
    /// A drawing in XML. It can hold scripts, so it is a picture for nobody but its owner's own programs.
    Svg,
    /// Text without form.
    PlainText,
    /// A page of the web.
    Html,
    /// Data with tags.
    Xml,
    /// Data with brackets.
    Json,
    /// A table as text.
    Csv,
    /// Rich Text Format.
    Rtf,
    /// A text of Microsoft Office since 2007.
    Docx,
    /// A spreadsheet of Microsoft Office since 2007.
    Xlsx,
    /// Slides of Microsoft Office since 2007.
    Pptx,
    /// A text of OpenDocument.
    Odt,
    /// A spreadsheet of OpenDocument.
    Ods,
    /// Slides of OpenDocument.
    Odp,
    /// Microsoft Office before 2007, or a message of Outlook: whether it holds programs cannot be seen.
    OldOffice,
    /// Microsoft Office with programs in it.
    MacroOffice,
    /// An e-mail as a file.
    Email,
    /// A folder of files, packed.
    Zip,
    /// Files packed in another way than zip.
    Archive,
    /// Appointments: RFC 5545.
    Calendar,
    /// Addresses of people: RFC 6350.
    Contact,
    /// Sound: MPEG layer 3.
    Mp3,
    /// Film or sound: ISO 14496-14 and its kin.
    Mp4,
    /// A program for a machine.
    Executable,
    /// A program in text, or a file that starts one.
    Script,
    /// None of these, or nothing that can be told.
    Unknown,
}

/// How a document can be shown on a page of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preview {
    /// By the browser's own reader.
    Pdf,
    /// As a picture.
    Image,
    /// As text, with [`text_of`](crate::text_of).
    Text,
    /// As part of the page, after [`safe_html`](crate::safe_html).
    SafeHtml,
    /// Not: it is for downloading.
    None,
}

const NOTHING_SAID: &str = "application/octet-stream";

impl Kind {
    /// The media type that is safe to serve, inline or not: only of kinds in which a browser runs nothing. All others are
    /// told as bytes. To be sent together with `X-Content-Type-Options: nosniff`.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Tiff => "image/tiff",
            Self::Heic => "image/heic",
            Self::PlainText => "text/plain",
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Rtf => "application/rtf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Zip => "application/zip",
            Self::Calendar => "text/calendar",
            Self::Contact => "text/vcard",
            Self::Mp3 => "audio/mpeg",
            Self::Mp4 => "video/mp4",
            Self::Svg
            | Self::Html
            | Self::Xml
            | Self::OldOffice
            | Self::MacroOffice
            | Self::Email
            | Self::Archive
            | Self::Executable
            | Self::Script
            | Self::Unknown => NOTHING_SAID,
        }
    }

    /// How it can be shown.
    pub fn preview(self) -> Preview {
        match self {
            Self::Pdf => Preview::Pdf,
            Self::Png | Self::Jpeg | Self::Gif | Self::Webp => Preview::Image,
            Self::PlainText | Self::Csv => Preview::Text,
            Self::Html => Preview::SafeHtml,
            _ => Preview::None,
        }
    }

    /// The endings of file names of this kind, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Gif => &["gif"],
            Self::Webp => &["webp"],
            Self::Tiff => &["tif", "tiff"],
            Self::Heic => &["heic", "heif"],
            Self::Svg => &["svg"],
            Self::PlainText => &["txt"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Xml => &["xml"],
            Self::Json => &["json"],
            Self::Csv => &["csv"],
            Self::Rtf => &["rtf", "doc"],
            Self::Docx => &["docx", "dotx"],
            Self::Xlsx => &["xlsx", "xltx"],
            Self::Pptx => &["pptx", "ppsx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Odp => &["odp"],
            Self::OldOffice => &["doc", "xls", "ppt", "msg"],
            Self::Email => &["eml"],
            Self::Zip => &["zip"],
            Self::Calendar => &["ics"],
            Self::Contact => &["vcf"],
            Self::Mp3 => &["mp3"],
            Self::Mp4 => &["mp4", "m4a"],
            Self::Archive => &["bin", "7z", "rar", "gz"],
            // an ending that starts nothing when it is opened
            Self::MacroOffice | Self::Executable | Self::Script | Self::Unknown => &["bin"],
        }
    }
}
