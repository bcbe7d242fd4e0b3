//! Names to save documents under.

use documents::{Kind, LONGEST_NAME, content_disposition, safe_file_name};

#[test]
fn a_name_is_what_its_reader_sees_and_ends_as_what_it_is() {
    for (name, kind, safe) in [
        ("Afgørelse.pdf", Kind::Pdf, "Afgørelse.pdf"),
        ("قرار.pdf", Kind::Pdf, "قرار.pdf"),
        ("Bilag 1.2", Kind::Pdf, "Bilag 1.2.pdf"),
        ("BREV.PDF", Kind::Pdf, "BREV.pdf"),
        ("scan.jpeg", Kind::Jpeg, "scan.jpeg"),
        ("scan.png", Kind::Jpeg, "scan.jpg"),
        ("tabel.xls", Kind::OldOffice, "tabel.xls"),
        ("../../etc/passwd", Kind::PlainText, "passwd.txt"),
        ("C:\\Users\\Bo\\brev.txt", Kind::PlainText, "brev.txt"),
        ("brev.pdf.exe", Kind::Pdf, "brev.pdf"),
        ("brev.exe        .pdf", Kind::Pdf, "brev.pdf"),
        ("brev.pdf.exe", Kind::Executable, "brev.bin"),
        ("brev\u{202e}fdp.exe", Kind::Executable, "brevfdp.bin"),
        ("brev\r\nSet-Cookie: x.pdf", Kind::Pdf, "brevSet-Cookie- x.pdf"),
        ("en: \"to\" <tre>?.pdf", Kind::Pdf, "en- -to- -tre--.pdf"),
        ("CON.pdf", Kind::Pdf, "_CON.pdf"),
        ("com1.x.pdf", Kind::Pdf, "_com1.x.pdf"),
        ("LPT².pdf", Kind::Pdf, "_LPT².pdf"),
        ("konto.pdf", Kind::Pdf, "konto.pdf"),
        (".htaccess", Kind::PlainText, "htaccess.txt"),
        ("...", Kind::Pdf, "dokument.pdf"),
        ("", Kind::Unknown, "dokument.bin"),
        ("A\u{30a}se.pdf", Kind::Pdf, "Åse.pdf"),
        ("A\u{200b}\u{30a}se.pdf", Kind::Pdf, "Åse.pdf"),
    ] {
        assert_eq!(safe_file_name(name, kind), safe, "{name:?}");
    }
}

#[test]
fn a_long_name_is_cut_before_its_ending() {
    let name = safe_file_name(&"Bekendtgørelse ".repeat(40), Kind::Docx);
    assert!(name.chars().count() <= LONGEST_NAME && name.ends_with(".docx"), "{name}");
    let name = safe_file_name(&"🏠".repeat(200), Kind::Pdf);
    assert!(name.len() <= 240 && name.ends_with("🏠.pdf"), "{name}");
}

#[test]
fn the_header_has_a_name_for_every_program() {
    for (name, inline, header) in [
        ("brev.pdf", false, "attachment; filename=\"brev.pdf\""),
        (
            "Ås ærø.pdf",
            true,
            "inline; filename=\"Aas aeroe.pdf\"; filename*=UTF-8''%C3%85s%20%C3%A6r%C3%B8.pdf",
        ),
        (
            "café 100%.pdf",
            false,
            "attachment; filename=\"cafe 100-.pdf\"; filename*=UTF-8''caf%C3%A9%20100%25.pdf",
        ),
        (
            "قرار.pdf",
            false,
            "attachment; filename=\"dokument.pdf\"; filename*=UTF-8''%D9%82%D8%B1%D8%A7%D8%B1.pdf",
        ),
        ("a\"\r\n\\b.pdf", false, "attachment; filename=\"a--b.pdf\"; filename*=UTF-8''a%22%5Cb.pdf"),
    ] {
        assert_eq!(content_disposition(name, inline), header, "{name:?}");
    }
}
