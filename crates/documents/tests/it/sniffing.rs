//! What documents are, and whether they are what they say.

use documents::{Kind, Preview, Verdict};

/// A packed folder with files of these names and no content.
pub(crate) fn folder(names: &[&str]) -> Vec<u8> {
    let mut folder = Vec::new();
    for name in names {
        folder.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
        folder.extend((name.len() as u16).to_le_bytes());
        folder.extend([0, 0]);
        folder.extend(name.as_bytes());
    }
    folder
}

#[test]
fn first_bytes_tell_what_a_document_is() {
    let table: &[(&[u8], Kind)] = &[
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Kind::Pdf),
        (b"\xef\xbb\xbf\r\n%PDF-1.4\n", Kind::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Kind::Png),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", Kind::Jpeg),
        (b"GIF89a\x01\0\x01\0", Kind::Gif),
        (b"RIFF\x24\0\0\0WEBPVP8 ", Kind::Webp),
        (b"RIFF\x24\0\0\0WAVEfmt ", Kind::Unknown),
        (b"II*\0\x08\0\0\0", Kind::Tiff),
        (b"MM\0*\0\0\0\x08", Kind::Tiff),
        (b"\0\0\0\x18ftypheic\0\0\0\0", Kind::Heic),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", Kind::Mp4),
        (b"ID3\x04\0\0", Kind::Mp3),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Kind::OldOffice),
        (b"{\\rtf1\\ansi K\\'e6re Aase}", Kind::Rtf),
        (b"\x1f\x8b\x08\0\0", Kind::Archive),
        ("Kære Aase\r\n\r\nDin tid er den 17. marts.".as_bytes(), Kind::PlainText),
        (b"K\xe6re Aase\r\n\r\nDin tid er den 17. marts.", Kind::PlainText),
        (b"\xff\xfeK\0\xe6\0r\0e\0", Kind::PlainText),
        (b"\xfe\xff\0<\0h\0t\0m\0l\0>", Kind::Html),
        (b"  <!-- a -->\n<!DOCTYPE html><title>Brev</title>", Kind::Html),
        (b"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", Kind::Html),
        (b"<?xml version=\"1.0\"?><h:html xmlns:h=\"http://www.w3.org/1999/xhtml\">", Kind::Html),
        (b"<p>Hej Aase</p>", Kind::Html),
        (b"<?xml version='1.0'?><Faktura><Id>1</Id></Faktura>", Kind::Xml),
        (b"<Faktura><Id>1</Id></Faktura>", Kind::Xml),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Kind::Svg),
        (b"<?xml version='1.0'?><!-- x --><s:svg/>", Kind::Svg),
        (b"<3 er et hjerte", Kind::PlainText),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", Kind::Calendar),
        (b"begin:vcard\r\nVERSION:4.0\r\n", Kind::Contact),
        (b"From: bo@vejle.dk\r\nTo: aase@vejle.dk\r\nSubject: Hej\r\nDate: i dag\r\n\r\nHej", Kind::Email),
        (b"MZ\x90\0\x03\0\0\0", Kind::Executable),
        (b"MZ er mine initialer", Kind::PlainText),
        (b"\x7fELF\x02\x01\x01", Kind::Executable),
        (b"\xcf\xfa\xed\xfe\x07\0\0\x01", Kind::Executable),
        (b"\xca\xfe\xba\xbe\0\0\0\x34", Kind::Executable),
        (b"#!/bin/sh\necho hej\n", Kind::Script),
        (b"@ECHO OFF\r\ndel *.*\r\n", Kind::Script),
        (b"\x4c\0\0\0\x01\x14\x02\0\0\0\0\0\xc0", Kind::Script),
        (b"Windows Registry Editor Version 5.00\r\n", Kind::Script),
        (b"[InternetShortcut]\r\nURL=file://x\r\n", Kind::Script),
        (b"<html><HTA:APPLICATION id=x>", Kind::Script),
        (b"\0\x01\x02\x03", Kind::Unknown),
        (b"", Kind::Unknown),
    ];
    for (head, kind) in table {
        assert_eq!(Kind::sniff(head), *kind, "{:?}", String::from_utf8_lossy(head));
    }
}

#[test]
fn packed_folders_tell_what_they_are_by_their_files() {
    for (names, kind) in [
        (&["[Content_Types].xml", "_rels/.rels", "word/document.xml"][..], Kind::Docx),
        (&["[Content_Types].xml", "xl/workbook.xml"], Kind::Xlsx),
        (&["[Content_Types].xml", "ppt/slides/slide1.xml"], Kind::Pptx),
        (&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"], Kind::MacroOffice),
        (&["META-INF/MANIFEST.MF", "Main.class"], Kind::Executable),
        (&["AndroidManifest.xml"], Kind::Executable),
        (&["bilag/1.pdf", "bilag/2.pdf"], Kind::Zip),
        (&[], Kind::Unknown),
    ] {
        assert_eq!(Kind::sniff(&folder(names)), kind, "{names:?}");
    }
    let mut text = folder(&["mimetype"]);
    text.extend(b"application/vnd.oasis.opendocument.textPK\x03\x04");
    assert_eq!(Kind::sniff(&text), Kind::Odt);
}

#[test]
fn what_a_document_says_comes_from_its_type_and_its_name() {
    for (mime, name, kind) in [
        ("application/pdf", "brev.pdf", Some(Kind::Pdf)),
        ("Application/PDF; name=x", "brev", Some(Kind::Pdf)),
        ("application/octet-stream", "brev.PDF", Some(Kind::Pdf)),
        ("", "tabel.xlsx", Some(Kind::Xlsx)),
        ("text/plain", "tabel.csv", Some(Kind::Csv)),
        ("text/plain", "brev.html", Some(Kind::PlainText)),
        ("application/vnd.ms-excel", "tabel.csv", Some(Kind::Csv)),
        ("application/x-ukendt", "brev", None),
        ("", "", None),
        ("", ".pdf", None),
        ("application/pdf", "brev.pdf.exe", Some(Kind::Executable)),
        ("application/pdf", "brev.exe. .", Some(Kind::Executable)),
        ("application/pdf", "brev\u{202e}fdp.exe", Some(Kind::Executable)),
        ("application/pdf", "brev.ex\u{200b}e", Some(Kind::Executable)),
        ("application/pdf", "brev.lnk", Some(Kind::Script)),
        ("text/javascript", "brev", Some(Kind::Script)),
        ("application/pdf", "tabel.xlsm", Some(Kind::MacroOffice)),
    ] {
        assert_eq!(Kind::declared(mime, name), kind, "{mime:?} {name:?}");
    }
}

#[test]
fn a_document_agrees_differs_or_is_dangerous() {
    use Verdict::{Agrees, Dangerous, Differs};
    let pdf = b"%PDF-1.7\n";
    let page = b"<!DOCTYPE html><p>Hej</p>";
    let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0";
    let text = "Kære Aase;1;2\n".as_bytes();
    let cases: &[(&str, &str, &[u8], Verdict)] = &[
        ("application/pdf", "brev.pdf", pdf, Agrees(Kind::Pdf)),
        ("application/octet-stream", "brev", pdf, Agrees(Kind::Pdf)),
        ("text/plain", "brev.pdf", pdf, Differs { declared: Kind::PlainText, found: Kind::Pdf }),
        ("text/plain", "brev.txt", page, Differs { declared: Kind::PlainText, found: Kind::Html }),
        ("text/html", "brev.html", b"K\xe6re Aase<br>Hej", Agrees(Kind::Html)),
        ("text/csv", "tabel.csv", text, Agrees(Kind::Csv)),
        ("image/png", "scan.png", jpeg, Differs { declared: Kind::Png, found: Kind::Jpeg }),
        ("image/svg+xml", "logo.svg", b"<svg><script/></svg>", Agrees(Kind::Svg)),
        ("application/msword", "brev.doc", b"{\\rtf1}", Agrees(Kind::Rtf)),
        ("application/pdf", "brev.pdf", b"\0\x01\x02", Differs { declared: Kind::Pdf, found: Kind::Unknown }),
        ("application/pdf", "brev.pdf", b"", Differs { declared: Kind::Pdf, found: Kind::Unknown }),
        // programs, whatever they are called
        ("application/pdf", "brev.pdf", b"MZ\x90\0\x03\0\0\0", Dangerous(Kind::Executable)),
        ("application/pdf", "brev.pdf", b"\x7fELF\x02", Dangerous(Kind::Executable)),
        ("text/plain", "brev.txt", b"#!/bin/sh\n", Dangerous(Kind::Script)),
        ("application/pdf", "brev.pdf.js", text, Dangerous(Kind::Script)),
        // two things at once
        ("application/pdf", "brev.pdf", b"<html><!--\n%PDF-1.4\n", Dangerous(Kind::Html)),
        ("image/gif", "x.gif", b"GIF89a/*<script>alert(1)</script>", Dangerous(Kind::Gif)),
        ("image/jpeg", "x.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0%PDF-1.4", Dangerous(Kind::Jpeg)),
        ("image/jpeg", "x.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0PK\x03\x04", Dangerous(Kind::Jpeg)),
        // neither is a letter a program because it speaks of one
        ("text/plain", "brev.txt", b"Skriv %PDF-1.4 og <script> her", Agrees(Kind::PlainText)),
    ];
    for (mime, name, head, verdict) in cases {
        assert_eq!(
            Verdict::of(mime, name, head),
            *verdict,
            "{mime} {name} {:?}",
            String::from_utf8_lossy(head)
        );
    }
    let hidden = folder(&["bilag/faktura.pdf.exe"]);
    assert_eq!(Verdict::of("application/zip", "bilag.zip", &hidden), Dangerous(Kind::Zip));
    let late = folder(&["[Content_Types].xml", "_rels/.rels"]);
    assert_eq!(Verdict::of("", "brev.docx", &late), Agrees(Kind::Docx));
    assert_eq!(
        Verdict::of("", "brev.docx", &folder(&["x"])),
        Differs { declared: Kind::Docx, found: Kind::Zip }
    );
    assert_eq!(Dangerous(Kind::Pdf).kind().preview(), Preview::None);
}

#[test]
fn what_can_run_is_served_as_bytes_and_shown_by_no_browser() {
    for kind in
        [Kind::Html, Kind::Svg, Kind::Xml, Kind::Script, Kind::Executable, Kind::MacroOffice, Kind::Unknown]
    {
        assert_eq!(kind.mime(), "application/octet-stream", "{kind:?}");
        assert!(matches!(kind.preview(), Preview::None | Preview::SafeHtml), "{kind:?}");
    }
}
