//! Pages of the web, shown and read.

use documents::{Kind, clean_html, html_to_text, safe_html, text_of};

#[test]
fn what_a_letter_needs_stays() {
    for (page, clean) in [
        ("<p>Kære <b>Aase</b></p>", "<p>Kære <b>Aase</b></p>"),
        (
            "<h1>Et</h1><h2>To</h2><h5>Fem</h5><h6>Seks</h6>",
            "<h2>Et</h2><h3>To</h3><h6>Fem</h6><h6>Seks</h6>",
        ),
        ("<ul><li>pas<li>briller</ul>", "<ul><li>pas</li><li>briller</li></ul>"),
        ("<ol start=3 onclick=x><li>tre</ol>", "<ol start=\"3\"><li>tre</li></ol>"),
        (
            "<table border=1><tr><th scope=col colspan=2>Beløb<td>100</table>",
            "<table><tbody><tr><th scope=\"col\" colspan=\"2\">Beløb</th><td>100</td></tr></tbody></table>",
        ),
        ("<p dir=rtl lang=ar>مرحبا</p>", "<p dir=\"rtl\" lang=\"ar\">مرحبا</p>"),
        ("<html lang=ar dir=rtl><body><p>مرحبا", "<div lang=\"ar\" dir=\"rtl\"><p>مرحبا</p></div>"),
        ("<html><head><title>x</title></head><body><p>Hej", "<p>Hej</p>"),
        (
            "<a href='https://borger.dk/?a=1&amp;b=2' target=_blank>Læs</a>",
            "<a href=\"https://borger.dk/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">Læs</a>",
        ),
        (
            "<a href=tel:+4570101000>Ring</a>",
            "<a href=\"tel:+4570101000\" rel=\"noopener noreferrer nofollow\">Ring</a>",
        ),
        ("<a href=/side>x</a>", "<a rel=\"noopener noreferrer nofollow\">x</a>"),
        ("1 < 2 & 3 > 2 &aring;", "1 &lt; 2 &amp; 3 &gt; 2 å"),
        ("<p>en<p>to", "<p>en</p><p>to</p>"),
        ("<b>a<b>b</b>c</b>d", "<b>abc</b>d"),
        ("<p><b>a<p>b</b>", "<p><b>a</b></p><p>b</p>"),
        ("<td>en</td><td>to</td>", "<div>en</div><div>to</div>"),
        (
            "<table>løst<tr><td>fast</table>",
            "<table><tbody><tr><td>løst</td></tr><tr><td>fast</td></tr></tbody></table>",
        ),
        ("a</br>b", "a<br>b"),
        ("<o:p>Word</o:p><font color=red>rød</font>", "Wordrød"),
        ("<span hidden>set</span>", "<span>set</span>"),
    ] {
        assert_eq!(safe_html(page), clean, "{page}");
    }
}

/// One pixel.
const PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

#[test]
fn small_pictures_of_the_letter_stay_and_others_become_their_description() {
    let kept = clean_html(&format!("<img width=9 alt=Segl src='data:image/png;base64,{PNG}'>"));
    assert_eq!(kept.html, format!("<img src=\"data:image/png;base64,{PNG}\" alt=\"Segl\">"));
    assert_eq!(kept.pictures_left_out, 0);

    let large = format!("<img alt=Stor src='data:image/png;base64,{}{}'>", &PNG[..72], "AAAA".repeat(30_000));
    let lying = format!("<img alt=Falsk src='data:image/jpeg;base64,{PNG}'>");
    for page in [
        "<img alt=Logo src=https://spor.dk/1.png>",
        "<img alt='<b>Logo' src='data:image/svg+xml;base64,PHN2Zz4='>",
        "<img alt=Logo src='data:text/html,<script>x</script>'>",
        "<img alt=Logo src=cid:1>",
        &large,
        &lying,
    ] {
        let clean = clean_html(page);
        assert_eq!(clean.pictures_left_out, 1, "{page:.60}");
        assert!(!clean.html.contains("<img") && !clean.html.is_empty(), "{}", clean.html);
    }
}

#[test]
fn a_reader_is_told_what_is_missing() {
    assert!(clean_html("<form><input name=cpr></form>").had_form);
    assert!(!clean_html("<p>Hej</p>").was_cut);
    assert!(clean_html("<p>Hej</p><script>Resten").was_cut);
    let long = clean_html(&"<p>Kære Aase</p>".repeat(100_000));
    assert!(long.was_cut && long.html.len() < 3 * documents::LARGEST_PAGE, "{}", long.html.len());
}

#[test]
fn a_page_reads_as_text() {
    for (page, text) in [
        ("<h1>Afgørelse</h1><p>Kære   Aase\n</p><p>Hej<br>Bo</p>", "Afgørelse\n\nKære Aase\n\nHej\nBo"),
        ("<ul><li>pas<li>briller</ul>Slut", "- pas\n- briller\n\nSlut"),
        ("<ol><li>en<ul><li>a</ul><li>to</ol>", "1. en\n  - a\n2. to"),
        (
            "<table><tr><td>Husleje<td>5.000 kr.<tr><td>Vand<td>100 kr.</table>",
            "Husleje | 5.000 kr.\nVand | 100 kr.",
        ),
        ("<a href=https://borger.dk/post>borger.dk/post</a>", "borger.dk/post"),
        ("<a href=https://borger.dk/post>Læs her</a>!", "Læs her (https://borger.dk/post)!"),
        ("<a href='mailto:bo@vejle.dk'>Bo</a>", "Bo (bo@vejle.dk)"),
        ("<a href=tel:70101000>70 10 10 00</a>", "70 10 10 00"),
        ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<style>p{}</style><script>x</script>Hej", "Hej"),
        ("<img alt=Segl src=x> Hej", "Segl Hej"),
        ("fed<b>t</b>", "fedt"),
        ("<p></p>", ""),
    ] {
        assert_eq!(html_to_text(page), text, "{page}");
    }
}

#[test]
fn text_comes_in_several_writings() {
    assert_eq!(
        text_of(Kind::PlainText, b"K\xe6re Aase \x96 5 \x80\r\n").as_deref(),
        Some("Kære Aase – 5 €\n")
    );
    assert_eq!(text_of(Kind::PlainText, "\u{feff}Kære\u{0}".as_bytes()).as_deref(), Some("Kære"));
    assert_eq!(text_of(Kind::Csv, b"\xff\xfe\xe6\0;\0").as_deref(), Some("æ;"));
    assert_eq!(text_of(Kind::Html, b"<p>K\xe6re</p>").as_deref(), Some("Kære"));
    assert_eq!(text_of(Kind::Pdf, b"%PDF-1.7"), None);
}
