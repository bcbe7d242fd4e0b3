//! Which elements of a page are kept, and what stands within what.

/// An element that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name in what comes out.
    pub(super) name: &'static str,
    pub(super) form: Form,
}

/// How an element stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Has nothing in it.
    Void,
    /// A paragraph: what stands alone ends it.
    Paragraph,
    /// Stands alone.
    Block,
    /// A heading: stands alone, and ends the heading before it.
    Heading,
    /// An entry of a list.
    Item,
    /// A term of a list of terms, or what is said of it.
    Term,
    /// A table.
    Table,
    /// What a table is called.
    Caption,
    /// A part of a table that holds rows.
    Rows,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell,
    /// Within a line; to say it twice says no more.
    Inline,
}

impl Form {
    /// What a part of a table stands in: all that is open within the innermost of these ends where the part begins.
    pub(super) fn stands_in(self) -> &'static [Self] {
        match self {
            Self::Caption | Self::Rows => &[Self::Table],
            Self::Row => &[Self::Rows, Self::Table],
            Self::Cell => &[Self::Row, Self::Rows, Self::Table],
            _ => &[],
        }
    }
}

/// What an element of this name becomes; `None` where only its content is kept. Names are in lower case.
///
/// Headings go one down, since the page they come to has its own first one.
pub(super) fn element(name: &str) -> Option<Element> {
    let (name, form) = match name {
        "p" => ("p", Form::Paragraph),
        "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav" | "center"
        | "address" | "fieldset" | "form" | "figure" | "figcaption" | "details" | "summary" | "legend"
        | "html" | "body" => ("div", Form::Block),
        "blockquote" => ("blockquote", Form::Block),
        "pre" | "listing" | "xmp" => ("pre", Form::Block),
        "ul" | "menu" | "dir" => ("ul", Form::Block),
        "ol" => ("ol", Form::Block),
        "dl" => ("dl", Form::Block),
        "li" => ("li", Form::Item),
        "dt" => ("dt", Form::Term),
        "dd" => ("dd", Form::Term),
        "h1" => ("h2", Form::Heading),
        "h2" => ("h3", Form::Heading),
        "h3" => ("h4", Form::Heading),
        "h4" => ("h5", Form::Heading),
        "h5" | "h6" => ("h6", Form::Heading),
        "table" => ("table", Form::Table),
        "caption" => ("caption", Form::Caption),
        "thead" => ("thead", Form::Rows),
        "tbody" => ("tbody", Form::Rows),
        "tfoot" => ("tfoot", Form::Rows),
        "tr" => ("tr", Form::Row),
        "th" => ("th", Form::Cell),
        "td" => ("td", Form::Cell),
        "a" => ("a", Form::Inline),
        "b" => ("b", Form::Inline),
        "strong" => ("strong", Form::Inline),
        "i" => ("i", Form::Inline),
        "em" => ("em", Form::Inline),
        "u" => ("u", Form::Inline),
        "s" | "strike" => ("s", Form::Inline),
        "del" => ("del", Form::Inline),
        "ins" => ("ins", Form::Inline),
        "sub" => ("sub", Form::Inline),
        "sup" => ("sup", Form::Inline),
        "small" => ("small", Form::Inline),
        "mark" => ("mark", Form::Inline),
        "code" | "tt" | "kbd" | "samp" => ("code", Form::Inline),
        "q" => ("q", Form::Inline),
        "cite" => ("cite", Form::Inline),
        "abbr" | "acronym" => ("abbr", Form::Inline),
        "span" | "bdi" | "bdo" => ("span", Form::Inline),
        "br" => ("br", Form::Void),
        "hr" => ("hr", Form::Void),
        "wbr" => ("wbr", Form::Void),
        "img" | "image" => ("img", Form::Void),
        _ => return None,
    };
    Some(Element { name, form })
}

/// The names that come out, for `ammonia`.
pub(super) const KEPT: &[&str] = &[
    "p",
    "div",
    "blockquote",
    "pre",
    "ul",
    "ol",
    "dl",
    "li",
    "dt",
    "dd",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "a",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "s",
    "del",
    "ins",
    "sub",
    "sup",
    "small",
    "mark",
    "code",
    "q",
    "cite",
    "abbr",
    "span",
    "br",
    "hr",
    "wbr",
    "img",
];

/// Elements whose content goes with them, and is read by a browser as one text up to their end.
pub(super) const DROPPED_WHOLE: &[&str] =
    &["script", "style", "iframe", "title", "noembed", "noframes", "svg", "math", "template", "select"];

/// Attributes kept on this element, beside `lang` and `dir`.
pub(super) fn attributes(element: &str) -> &'static [&'static str] {
    match element {
        "a" => &["href"],
        "img" => &["src", "alt"],
        "td" => &["colspan", "rowspan"],
        "th" => &["colspan", "rowspan", "scope"],
        "ol" => &["start", "type"],
        "abbr" => &["title"],
        "table" => &["role"],
        _ => &[],
    }
}

/// What may stand in an attribute, once its entities are read.
pub(super) fn is_allowed(attribute: &str, value: &str) -> bool {
    match attribute {
        "lang" => {
            (2..=35).contains(&value.len())
                && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        }
        "dir" => ["ltr", "rtl", "auto"].iter().any(|known| value.eq_ignore_ascii_case(known)),
        "colspan" | "rowspan" => value.parse().is_ok_and(|count: u16| (1..=100).contains(&count)),
        "start" => value.parse::<i32>().is_ok(),
        "type" => ["1", "a", "A", "i", "I"].contains(&value),
        "scope" => ["row", "col", "rowgroup", "colgroup"].contains(&value),
        "role" => value == "presentation",
        "href" => is_link(value),
        "alt" | "title" => true,
        _ => false,
    }
}

/// Where a link may lead: a page, an address for letters, a telephone.
pub(super) fn is_link(address: &str) -> bool {
    let address = address.trim_start_matches(|c: char| c <= ' ').to_ascii_lowercase();
    ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme))
        && !address.contains(char::is_control)
}
