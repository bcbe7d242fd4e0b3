//! What the reader takes, what it refuses, and how it says so.

use memo::{InMemory, Limit, Limits, Message, Position, ReadError, Rule, Version};

use crate::full::{full, letter};

/// A letter as it is written, an element a line: `<memo:Message` on line 2, `memo:messageType` on line 4.
fn document(version: Version) -> String {
    text(&letter(version))
}

fn text(message: &Message) -> String {
    let mut document = Vec::new();
    memo::write(message, &mut document).unwrap();
    String::from_utf8(document).unwrap()
}

/// The document with one thing replaced, which must be there.
fn with(document: &str, old: &str, new: &str) -> String {
    assert!(document.contains(old), "{old} is not in the document");
    document.replacen(old, new, 1)
}

fn faults(document: &str) -> Vec<(u64, String, Rule)> {
    faults_within(document, &Limits::default())
}

fn faults_within(document: &str, limits: &Limits) -> Vec<(u64, String, Rule)> {
    match memo::read_with(document.as_bytes(), limits, &mut InMemory::default()) {
        Ok(_) => Vec::new(),
        Err(ReadError::Refused(faults)) => {
            faults.faults.into_iter().map(|fault| (fault.position.line, fault.element, fault.rule)).collect()
        }
        Err(error) => panic!("{error}"),
    }
}

fn fault(document: &str) -> (u64, String, Rule) {
    let mut faults = faults(document);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

fn is_read_as(document: &str, message: &Message) {
    let read = memo::read(document.as_bytes()).unwrap().message;
    assert_eq!(read.header, message.header);
    assert_eq!(&read, message);
}

#[test]
fn an_error_names_line_column_element_and_rule() {
    let document = with(&document(Version::V1_2), ">Din tid<", &format!(">{}<", "x".repeat(257)));
    let ReadError::Refused(faults) = memo::read(document.as_bytes()).unwrap_err() else { panic!() };
    assert_eq!(faults.faults[0].position, Position { line: 6, column: 5 });
    assert_eq!(
        faults.to_string(),
        "line 6, column 5: Message/MessageHeader/label is longer than 256 characters: 257"
    );
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let mut document = text(&full(Version::V1_1));
    for (old, new) in [
        ("<memo:messageType>DIGITALPOST</memo:messageType>", "<memo:messageType>BREV</memo:messageType>"),
        ("    <memo:label>Din tid</memo:label>\n", ""),
        ("<memo:reply>true<", "<memo:reply>ja<"),
        ("2026-03-01T00:00:00.25Z", "2026-03-01T00:00:00+01:00"),
        ("2026-02-02+02:00", "2. februar"),
        ("<memo:idTypeLabel>CVR-nummer</memo:idTypeLabel>", "<memo:kind>CVR</memo:kind>"),
        (">1003388394<", ">10033883940<"),
        (">22.a<", "><memo:b/>22.a<"),
        (">https://example.dk/a", ">https://example.dk/100%"),
        ("<memo:language>da<", "<memo:language>dansk<"),
        (">AAEC/v8=<", ">AAEC/v8<"),
    ] {
        document = with(&document, old, new);
    }
    let found: Vec<(String, Rule)> =
        faults(&document).into_iter().map(|(_, element, rule)| (element, rule)).collect();
    let header = "Message/MessageHeader";
    let main = "Message/MessageBody/MainDocument";
    let attention = format!("{header}/Sender/AttentionData");
    assert_eq!(
        found,
        [
            (format!("{header}/messageType"), Rule::MessageType),
            (format!("{header}/reply"), Rule::Boolean),
            (format!("{header}/replyByDateTime"), Rule::DateTime),
            (format!("{header}/doNotDeliverUntilDate"), Rule::Date),
            (format!("{header}/Sender/?"), Rule::Unknown),
            (format!("{attention}/grd:ProductionUnit/grd:productionUnitNumber"), Rule::Number(9_999_999_999)),
            (format!("{header}/Sender/ContactPoint/contactPointID/?"), Rule::Unknown),
            (format!("{header}/label"), Rule::Missing),
            (format!("{main}/File/language"), Rule::Language),
            (format!("{main}/File/content"), Rule::Base64),
            (format!("{main}/Action/EntryPoint/url"), Rule::Url),
        ]
    );
}

#[test]
fn order_and_number_are_those_of_the_schema() {
    let letter = document(Version::V1_2);
    let id = "    <memo:messageID>7</memo:messageID>\n";
    let late = with(&letter, "    <memo:Sender>", &format!("{id}    <memo:Sender>"));
    assert_eq!(fault(&late), (9, "Message/MessageHeader/messageID".into(), Rule::Order));
    let label = "    <memo:label>Din tid</memo:label>\n";
    let twice = with(&letter, label, &label.repeat(2));
    assert_eq!(fault(&twice), (7, "Message/MessageHeader/label".into(), Rule::TooMany(1)));
    let without_file = with(&letter, "      <memo:File>", "      <memo:Fil>");
    let without_file = with(&without_file, "      </memo:File>", "      </memo:Fil>");
    let main = "Message/MessageBody/MainDocument";
    assert_eq!(
        faults(&without_file),
        [(22, format!("{main}/?"), Rule::Unknown), (21, format!("{main}/File"), Rule::Missing)]
    );
    let contact = text(&full(Version::V1_2));
    let info = "        <memo:ContactInfo>";
    let third = "<memo:ContactInfo><memo:label>a</memo:label><memo:value>b</memo:value></memo:ContactInfo>\n";
    let three = with(&contact, info, &format!("        {third}{info}"));
    assert!(matches!(fault(&three).2, Rule::TooMany(2)));
}

#[test]
fn an_action_leads_to_one_place() {
    let document = text(&full(Version::V1_2));
    let page = "<memo:EntryPoint><memo:url>https://example.dk</memo:url></memo:EntryPoint>";
    let both = with(&document, "</memo:Reservation>", &format!("</memo:Reservation>{page}"));
    let (_, element, rule) = fault(&both);
    assert_eq!((element.as_str(), rule), ("Message/MessageBody/MainDocument/Action", Rule::Choice));
}

#[test]
fn each_version_has_what_the_other_has_not() {
    let (old, new) = (document(Version::V1_1), document(Version::V1_2));
    let attribute = |name: &str| format!("Message@{name}");
    assert_eq!(
        fault(&with(&old, " memoSchVersion=\"1.1.0\"", "")),
        (2, attribute("memoSchVersion"), Rule::Missing)
    );
    assert_eq!(
        fault(&with(&new, "memoVersion=\"1.2\"", "memoVersion=\"1.2\" memoSchVersion=\"1.1.0\"")),
        (2, attribute("memoSchVersion"), Rule::NotIn(Version::V1_2))
    );
    assert_eq!(fault(&with(&new, " memoVersion=\"1.2\"", "")), (2, attribute("memoVersion"), Rule::Missing));
    assert_eq!(fault(&with(&new, "\"1.2\"", "\"1.3\"")), (2, attribute("memoVersion"), Rule::Version));

    let mandatory = "    <memo:mandatory>false</memo:mandatory>\n";
    assert_eq!(
        fault(&with(&old, mandatory, "")),
        (3, "Message/MessageHeader/mandatory".into(), Rule::Missing)
    );
    assert_eq!(faults(&with(&new, mandatory, "")), []);

    let representative = "  <memo:Representative/>\n    </memo:Sender>";
    assert_eq!(faults(&with(&new, "</memo:Sender>", representative)), []);
    assert_eq!(
        fault(&with(&old, "</memo:Sender>", representative)),
        (13, "Message/MessageHeader/Sender/Representative".into(), Rule::NotIn(Version::V1_1))
    );
}

#[test]
fn any_prefix_will_do_and_a_namespace_must_be_right() {
    let (document, message) = (document(Version::V1_2), letter(Version::V1_2));
    is_read_as(&document.replace("memo:", "m-e.mo_1:").replace("xmlns:memo", "xmlns:m-e.mo_1"), &message);
    is_read_as(
        &document.replace("<memo:", "<").replace("</memo:", "</").replace("xmlns:memo", "xmlns"),
        &message,
    );
    let other = document.replace("https://DigitalPost.dk/MeMo-1", "https://digitalpost.dk/memo-1");
    assert_eq!(fault(&other), (2, "the document".into(), Rule::Root));
    let label = with(&document, "<memo:label>Din tid</memo:label>", "<grd:label>Din tid</grd:label>");
    assert_eq!(
        faults(&label),
        [
            (6, "Message/MessageHeader/grd:label".into(), Rule::Unknown),
            (3, "Message/MessageHeader/label".into(), Rule::Missing)
        ]
    );
    let undeclared = with(&document, "<memo:label>Din tid</memo:label>", "<x:label>Din tid</x:label>");
    assert_eq!(faults(&undeclared)[0], (6, "Message/MessageHeader/?:label".into(), Rule::Unknown));
}

#[test]
fn a_byte_order_mark_is_passed_over_and_other_encodings_are_refused() {
    let (document, message) = (document(Version::V1_2), letter(Version::V1_2));
    is_read_as(&format!("\u{feff}{document}"), &message);
    is_read_as(document.split_once("?>\n").unwrap().1, &message);
    is_read_as(&with(&document, "UTF-8", "us-ascii"), &message);
    assert_eq!(fault(&with(&document, "UTF-8", "ISO-8859-1")).2, Rule::Encoding);

    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(document.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert!(
        memo::read(&*wide).unwrap_err().to_string().ends_with("is not written in utf-8; not read further")
    );
    let latin: Vec<u8> = with(&document, "Din tid", "Din b\u{f8}n")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    assert!(memo::read(&*latin).unwrap_err().to_string().contains("is not written in utf-8"));
}

#[test]
fn text_may_be_written_in_every_way_xml_has() {
    let mut message = letter(Version::V1_2);
    message.header.label = "Kaffe & <kage> \"i\" dag\n\r!".into();
    let document = with(
        &document(Version::V1_2),
        ">Din tid<",
        "><!-- - -->Kaffe &amp;<![CDATA[ <kage> ]]>&quot;&#105;&#x22; dag\r\n<?a b?>&#13;!<",
    );
    is_read_as(&document, &message);
    let mut content = letter(Version::V1_2);
    content.body.as_mut().unwrap().main_document.files[0].content = b"Bo & Aase".to_vec();
    let old = "PHA+S29tIGtsLiAxMDwvcD4=";
    let document = with(&text(&letter(Version::V1_2)), old, "Qm8<!-- x -->g\n &#74;<![CDATA[iBB ]]>\tYXNl");
    is_read_as(&document, &content);
}

#[test]
fn a_spoilt_tag_that_runs_into_its_text_is_not_repeated() {
    let document = document(Version::V1_2);
    let found = faults(&with(&document, "<memo:recipientID>", "<memo:recipientID"));
    assert_eq!(found[0].1, "Message/MessageHeader/Recipient/?");
    let found = faults(&with(&document, "<memo:label>Din tid</", "<memo:label Holm='0101900002'>Din tid</"));
    assert_eq!(found, [(6, "Message/MessageHeader/label@?".into(), Rule::Unknown)]);
}

#[test]
fn hints_where_the_schema_lies_are_passed_over_and_other_attributes_are_not() {
    let (document, message) = (document(Version::V1_2), letter(Version::V1_2));
    let hint =
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\" memoVersion=";
    is_read_as(&with(&document, "memoVersion=", hint), &message);
    let lang = with(&document, "<memo:label>", "<memo:label xml:lang=\"da\">");
    assert_eq!(fault(&lang), (6, "Message/MessageHeader/label@xml:lang".into(), Rule::Unknown));
    let nil = with(&with(&document, "memoVersion=", hint), "<memo:label>", "<memo:label xsi:nil=\"true\">");
    assert_eq!(fault(&nil), (6, "Message/MessageHeader/label@xsi:nil".into(), Rule::Unknown));
}

#[test]
fn what_can_name_files_or_grow_is_refused() {
    let document = document(Version::V1_2);
    let doctype = "?>\n<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    assert_eq!(fault(&with(&document, "?>", doctype)), (2, "the document".into(), Rule::Doctype));
    let entity = with(&document, "Din tid", "Din &tid;");
    assert_eq!(fault(&entity), (6, "Message/MessageHeader/label".into(), Rule::Entity));
    let character = with(&document, "Din tid", "Din &#0; \u{1} tid");
    let label = || "Message/MessageHeader/label".to_owned();
    assert_eq!(faults(&character)[..2], [(6, label(), Rule::Character), (6, label(), Rule::Character)]);
}

#[test]
fn what_is_not_one_message_is_refused() {
    let document = document(Version::V1_2);
    for wrong in ["", " ", "brev", "<a/>", "<memo:Message/>", "<!-- brev -->"] {
        assert_eq!(fault(wrong).2, Rule::Root, "{wrong}");
    }
    for behind in ["x", "<a/>", "<![CDATA[x]]>"] {
        assert_eq!(fault(&format!("{document}{behind}")).2, Rule::Root, "{behind}");
    }
    assert_eq!(faults(&format!("{document}<!-- tak --> <?a?>\n")), []);
    assert_eq!(fault(&with(&document, "<memo:MessageHeader>", "<memo:MessageHeader> hej ")).2, Rule::Text);
    for broken in
        ["<memo:label>", "</memo:label", "<memo:label a=b>", "<memo:label a='1' a='2'/>", "&amp", "<!x>"]
    {
        let broken = with(&document, "Din tid", broken);
        let found = faults(&broken);
        assert!(matches!(found.last().unwrap().2, Rule::WellFormed(_)), "{broken}: {found:?}");
    }
    let second = with(&document, "<memo:MessageHeader>", "<?xml version=\"1.0\"?><memo:MessageHeader>");
    assert!(matches!(fault(&second).2, Rule::WellFormed(_)));
}

#[test]
fn a_document_that_is_cut_off_is_refused_wherever_it_is_cut() {
    let document = document(Version::V1_1);
    let end = document.trim_end().len();
    for cut in (0..end).filter(|cut| document.is_char_boundary(*cut)) {
        assert!(!faults(&document[..cut]).is_empty(), "cut at {cut}");
    }
}

#[test]
fn nothing_grows_beyond_the_limits() {
    let document = text(&full(Version::V1_2));
    let limits = Limits::default();
    let limit = |document: &str, limits: &Limits| faults_within(document, limits).pop().unwrap().2;

    let small = Limits { document: 3000, ..limits };
    assert_eq!(limit(&document, &small), Rule::Limit(Limit::Document(3000)));
    let few = Limits { elements: 100, ..limits };
    assert_eq!(limit(&document, &few), Rule::Limit(Limit::Elements(100)));
    let short = Limits { piece: 5000, ..limits };
    for long in [format!("<!--{}-->", "x".repeat(80_000)), "x".repeat(80_000), "&amp;".repeat(5001)] {
        let document = with(&document, "Din tid", &long);
        assert_eq!(limit(&document, &short), Rule::Limit(Limit::Piece(5000)));
    }
    let deep = with(&document, "Din tid", &"<a>".repeat(40));
    assert_eq!(limit(&deep, &limits), Rule::Limit(Limit::Depth(32)));
    let lean = Limits { content: 4, ..limits };
    assert_eq!(limit(&document, &lean), Rule::Limit(Limit::Content(4)));
    assert_eq!(faults_within(&document, &Limits { content: 5, ..limits }), []);

    let many =
        with(&document, "<memo:MessageHeader>", &format!("<memo:MessageHeader>{}", "<a/>".repeat(1000)));
    assert_eq!(faults(&many).len(), 100);
    assert_eq!(faults_within(&many, &Limits { faults: 3, ..limits }).len(), 3);
    assert_eq!(faults_within(&many, &Limits { faults: 0, ..limits }).len(), 1);
}

#[test]
fn a_comment_before_a_long_file_does_not_make_it_a_long_piece() {
    let mut message = letter(Version::V1_2);
    message.body.as_mut().unwrap().main_document.files[0].content = vec![0; 300_000];
    let document = text(&message);
    for mark in ["<!-- x -->", "<?x?>", "&#65;&#65;AA", "<![CDATA[AA]]>AA"] {
        let marked = with(&document, "<memo:content>", &format!("<memo:content>{mark}"));
        assert_eq!(faults_within(&marked, &Limits { piece: 70_000, ..Limits::default() }), [], "{mark}");
    }
}

#[test]
fn an_empty_flag_is_the_default_of_the_schema() {
    let document =
        with(&document(Version::V1_2), "<memo:mandatory>false</memo:mandatory>", "<memo:mandatory/>");
    assert_eq!(memo::read(document.as_bytes()).unwrap().message.header.mandatory, Some(false));
    let empty = with(&document, "<memo:content>PHA+S29tIGtsLiAxMDwvcD4=</memo:content>", "<memo:content/>");
    let read = memo::read(empty.as_bytes()).unwrap().message;
    assert_eq!(read.files().next().unwrap().content, b"");
}
