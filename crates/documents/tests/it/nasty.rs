//! Pages made to do harm.

use documents::{DEEPEST, LARGEST_PAGE, clean_html, html_to_text, safe_html};

const ELEMENTS: &[&str] = &[
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

const ATTRIBUTES: &[&str] = &[
    "href", "rel", "src", "alt", "colspan", "rowspan", "scope", "start", "type", "title", "role", "lang",
    "dir",
];

/// The page as a browser understands it: parsed and written again, with all that could be in it.
pub(crate) fn as_a_browser_reads(clean: &str) -> String {
    let others = [
        "svg", "math", "form", "select", "template", "noscript", "textarea", "title", "iframe", "h1", "font",
    ];
    ammonia::Builder::empty()
        .tags(ELEMENTS.iter().chain(&others).copied().collect())
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        .generic_attribute_prefixes(["on", "st", "x"].into())
        .url_schemes(["http", "https", "mailto", "tel", "data", "javascript"].into())
        .link_rel(None)
        .strip_comments(false)
        .clean(clean)
        .to_string()
}

/// Fails when there is anything in the page but known elements with known attributes, as its bytes show them.
pub(crate) fn assert_safe(clean: &str) {
    let mut rest = clean;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..];
        let mut is_quoted = false;
        let end = tag.find(|c: char| {
            is_quoted ^= c == '"';
            c == '>' && !is_quoted
        });
        let (tag, after) = tag.split_at(end.unwrap_or_else(|| panic!("a tag does not end: {clean}")));
        let name: &str = tag.trim_start_matches('/').split(' ').next().expect("a name");
        assert!(ELEMENTS.contains(&name), "<{name}> in {clean}");
        let mut attributes = &tag[tag.len().min(tag.find(' ').unwrap_or(tag.len()))..];
        while let Some((attribute, value)) = attributes.trim_start().split_once("=\"") {
            let (value, others) = value.split_once('"').expect("a value ends");
            assert!(ATTRIBUTES.contains(&attribute), "{attribute} in {clean}");
            if attribute == "href" {
                let schemes = ["http://", "https://", "mailto:", "tel:"];
                assert!(
                    schemes.iter().any(|scheme| value.trim().to_lowercase().starts_with(scheme)),
                    "{value} in {clean}"
                );
            }
            attributes = others;
        }
        assert_eq!(attributes.trim(), "", "in {clean}");
        rest = &after[1..];
    }
}

#[test]
fn no_trick_lets_a_program_through() {
    for page in [
        "<script>x</script>",
        "<ScRiPt src=//x></sCrIpT>",
        "<scr<script>ipt>x</script>",
        "<img src=x onerror=x>",
        "<img/src=x/onerror=x//",
        "<a href=javascript:x>x</a>",
        "<a href=' &#1; java\tscript&colon;x'>x</a>",
        "<a href=\"jav&#x0A;ascript:x\">x</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
        "<a href='vbscript:x'>x</a>",
        "<a href=\"https://x\" onclick=\"x\" style=\"x\" id=x class=x>x</a>",
        "<a href='https://x\"onmouseover=\"x'>x</a>",
        "<abbr title='\"><script>x</script>'>x</abbr>",
        "<abbr title='</abbr><img src onerror=x>'>x</abbr>",
        "<p style='background:url(javascript:x)' onmouseover=x>x",
        "<svg onload=x><a xlink:href=javascript:x>x</a></svg>",
        "<svg><style><img src onerror=x></style></svg>",
        "<svg></p><style><a title='</style><img src onerror=x>'>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src onerror=x&gt;'>",
        "<math><annotation-xml encoding=text/html><style><img src onerror=x></style>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=x>",
        "<noscript><p title='</noscript><img src onerror=x>'>",
        "<textarea><img title='</textarea><img src onerror=x>'></textarea>",
        "<title><a title='</title><img src onerror=x>'>",
        "<xmp><p title='</xmp><img src onerror=x>'>",
        "<noembed><p title='</noembed><img src onerror=x>'>",
        "<select><template><style><!--</style><a rel='--></style></template></select><img src onerror=x>'>",
        "<!--><img src onerror=x>-->",
        "<!--<!-- --!><img src onerror=x> -->",
        "<![CDATA[<img src onerror=x>]]>",
        "<?xml-stylesheet href=x?><img src onerror=x>",
        "<iframe srcdoc='<script>x</script>'></iframe>",
        "<object data=x><embed src=x></object>",
        "<base href=//x><link rel=stylesheet href=x><meta http-equiv=refresh content='0;url=javascript:x'>",
        "<form action=javascript:x><button formaction=javascript:x>x</button><input autofocus onfocus=x></form>",
        "<details open ontoggle=x>x</details><video onerror=x><source></video>",
        "<table background=javascript:x><td background=x></table>",
        "<b <script>x</script>>x</b>",
        "<p title=\"\u{0}\" \u{0}onclick=x>\u{0}</p>",
        "<p/onclick=x/>",
        "<p =onclick=x>",
        "<p \"onclick=x\" 'onclick=x'>",
        "&lt;script&gt;x&lt;/script&gt;",
        "<plaintext><img src onerror=x>",
        "<marquee onstart=x>x</marquee>",
        "<isindex action=javascript:x>",
        "<img src='data:image/svg+xml,<svg onload=x>'>",
        "<img src='data:image/png;base64,\" onerror=\"x'>",
        "<image src=x onerror=x>",
        "<ol type='1\" onclick=\"x'>",
        "<p lang='da\" onclick=\"x'>",
        "<a\u{c}href=javascript:x>x",
        "<",
        "</",
        "<a",
        "<a href='",
        "<!",
    ] {
        let clean = safe_html(page);
        assert_safe(&clean);
        assert_safe(&safe_html(&clean));
        assert!(
            !clean.contains("<script")
                && !clean.contains("<style")
                && !clean.to_lowercase().contains("javascript:"),
            "{clean}"
        );
        html_to_text(page);
    }
}

/// How long a page that is meant to take long is, in bytes. Where time grew with its square, a debug build took minutes.
const SIZE: usize = 64 * 1024;

/// Input that costs parsers quadratic time.
#[test]
fn no_page_takes_longer_than_its_length_explains() {
    let many = |piece: &str| piece.repeat(SIZE / piece.len());
    let attributes: String = (0..SIZE / 8).map(|number| format!(" a{number}")).collect();
    let kinds_of_bold: String = (0..SIZE / 24).map(|number| format!("<b lang=a{number}>")).collect();
    let links: String = (0..SIZE / 24).map(|number| format!("<a href=http://x/{number}>")).collect();
    let pages = [
        many("<div>"),
        many("<b>"),
        many("<b><i>"),
        many("<p><b>x"),
        many("<table>"),
        many("<table><tr><td>"),
        many("<table>x<b>"),
        many("</b>"),
        many("<li>"),
        many("<ul><li>"),
        many("<svg>"),
        many("<title>"),
        many("<!--"),
        many("<!"),
        many("<a href='"),
        many("<"),
        many("</"),
        many("&"),
        many("&#"),
        many("&amp"),
        many("&amp;"),
        many("&<x>"),
        many("§"),
        many("§<"),
        many("<abbr title='&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&'>"),
        format!("<abbr title='{}'>", "&".repeat(4096)).repeat(SIZE / 4200),
        many("<h1><h2>"),
        many("<blockquote><p>"),
        many("<dl><dt>"),
        many("<a href=http://x><div>"),
        many("<select><option>"),
        many("<form><table>"),
        format!("<p{attributes}>x"),
        format!("<p {}>x", many("lang=da ")),
        format!("{kinds_of_bold}{}", "<p>x".repeat(SIZE / 8)),
        format!("{links}{}", "<p>x".repeat(SIZE / 8)),
        format!("<pre>{}", many("\n")),
        format!("<img src='data:image/png;base64,{}'>", many("A")),
        format!("{}<table>{}", many("<p>"), many("x<b>")),
        format!("{}<table>{}", many("<p>x</p>"), many("<tr>x<td>x<tr><p>")),
        format!("<ol start=2147483647>{}", many("<li>x")),
    ];
    for page in pages {
        // Whatever takes quadratic time here takes hours, and the test runner ends it.
        let clean = clean_html(&page);
        html_to_text(&page);
        assert!(clean.html.len() < 8 * LARGEST_PAGE, "{} bytes of {:.40}", clean.html.len(), page);
        assert_safe(&clean.html);
    }
}

#[test]
fn what_stands_too_deep_keeps_its_text() {
    let deep = safe_html(&format!("{}Kære Aase", "<div>".repeat(DEEPEST * 3)));
    assert_eq!(deep.matches("<div>").count(), DEEPEST);
    assert!(deep.contains("Kære Aase"));
}
