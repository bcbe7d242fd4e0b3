//! A message in which everything stands that a version of the schema knows.

use jiff::civil::date;
use jiff::tz::offset;
use memo::{
    Action, ActionTarget, AdditionalContentData, AdditionalDocument, AdditionalReplyData, Address,
    AddressPoint, AttentionData, AttentionPerson, CaseId, ContactInfo, ContactPoint, ContentData,
    ContentResponsible, CprData, CvrData, Day, EMail, Education, Eid, EntryPoint, File, FormData,
    ForwardData, GeneratingSystem, GlobalLocationNumber, KleData, MainDocument, Message, MessageBody,
    MessageHeader, MessageType, MotorVehicle, ProductionUnit, PropertyNumber, Recipient, ReplyData,
    Representative, Reservation, SeNumber, Sender, SorData, TechnicalDocument, Telephone,
    UnstructuredAddress, Version, action_code, id_type,
};
use uuid::Uuid;

pub(crate) const CPR: &str = "0101900002";
pub(crate) const CVR: &str = "13748136";

pub(crate) fn uuid(last: u8) -> Uuid {
    let text = format!("5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c{last:02x}");
    text.parse().unwrap()
}

/// A letter from the library in Vejle to Aase, with no more than it must have.
pub(crate) fn letter(version: Version) -> Message {
    let sender = Sender::new(CVR, id_type::CVR, "Vejle Bibliotek");
    let recipient = Recipient::new(CPR, id_type::CPR);
    let header = MessageHeader::new(MessageType::DigitalPost, uuid(0), "Din tid", sender, recipient);
    let file = File::new("text/html", "brev.html", "da", b"<p>Kom kl. 10</p>".to_vec());
    let body = MessageBody::new("2026-02-01T12:00:00Z".parse().unwrap(), MainDocument::new(file));
    Message { body: Some(body), ..Message::new(version, header) }
}

/// A letter with everything.
pub(crate) fn full(version: Version) -> Message {
    let is_new = version == Version::V1_2;
    let mut message = letter(version);
    let header = &mut message.header;
    header.message_id = text("1234");
    header.message_code = text("TID");
    header.notification = text("Du har fået brev");
    header.additional_notification = text("Husk kaffe & <kage>");
    header.reply = Some(true);
    header.reply_by_date_time = Some("2026-03-01T00:00:00.25Z".parse().unwrap());
    header.do_not_deliver_until_date = Some(Day { date: date(2026, 2, 2), offset: Some(offset(2)) });
    header.mandatory = Some(true);
    header.legal_notification = Some(false);
    header.post_type = text("PERSONLIG");
    header.sender.id_type_label = text("CVR-nummer");
    header.sender.attention_data = Some(attention());
    header.sender.contact_point = Some(contact_point());
    header.sender.representative = is_new.then(|| Representative {
        representative_id: text(CPR),
        id_type: text(id_type::CPR),
        id_type_label: text("CPR-nummer"),
        label: text("Bo Ibsen"),
    });
    header.recipient.id_type_label = text("CPR-nummer");
    header.recipient.label = text("Aase Holm");
    header.recipient.attention_data = Some(attention());
    header.recipient.contact_point = Some(contact_point());
    header.content_data = Some(content());
    header.forward_data = Some(ForwardData {
        original_content_responsible: text("Lederen"),
        original_representative: is_new.then(|| "Bo Ibsen".to_owned()),
        contact_point_id: text("22.a"),
        comment: text("Til orientering"),
        ..ForwardData::new(uuid(2), "2026-01-01T08:00:00Z".parse().unwrap(), "Vejle Kommune")
    });
    header.reply_data = vec![ReplyData {
        message_id: text("1"),
        message_uuid: uuid(3),
        reply_uuid: Some(uuid(4)),
        sender_id: text(CPR),
        recipient_id: text(CVR),
        case_id: text("2026-17"),
        contact_point_id: text("22.a"),
        generating_system_id: text("7"),
        comment: text("Svar på dit brev"),
        additional_reply_data: vec![AdditionalReplyData { label: "kø".into(), value: "3".into() }; 4],
    }];
    message.body = Some(body());
    message
}

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn address() -> Address {
    Address {
        id: text("0a3f50c0-0000-32b8-e044-0003ba298018"),
        address_label: text("Willy Sørensens Plads"),
        house_number: text("1"),
        door: text("tv"),
        floor: text("2"),
        co: text("Ibsen"),
        zip_code: text("7100"),
        city: text("Vejle"),
        country: text("Danmark"),
        address_point: Some(AddressPoint {
            geographic_easting_measure: text("557501.23"),
            geographic_northing_measure: text("6169850.50"),
            geographic_height_measure: text("4.1"),
        }),
    }
}

fn attention() -> AttentionData {
    AttentionData {
        attention_person: Some(AttentionPerson { person_id: text("17"), label: text("Bo Ibsen") }),
        production_unit: Some(production_unit()),
        global_location_number: Some(GlobalLocationNumber {
            global_location_number: 5_790_000_000_005,
            location: text("Indgang A"),
        }),
        e_mail: Some(EMail { email_address: "bo@example.dk".into(), related_agent: text("Bo") }),
        se_number: Some(SeNumber { se_number: CVR.into(), company_name: text("Vejle Bibliotek") }),
        telephone: Some(Telephone { telephone_number: "+4570000000".into(), related_agent: text("Bo") }),
        eid: Some(Eid { e_id: "PID:1".into(), label: text("Bo") }),
        content_responsible: Some(ContentResponsible {
            content_responsible_id: text("18"),
            label: text("Lederen"),
        }),
        generating_system: Some(GeneratingSystem {
            generating_system_id: "7".into(),
            label: text("Omtanke"),
        }),
        sor_data: Some(SorData { sor_identifier: "100".into(), entry_name: text("Klinikken") }),
        address: Some(address()),
        unstructured_address: None,
    }
}

fn production_unit() -> ProductionUnit {
    ProductionUnit { production_unit_number: 1_003_388_394, production_unit_name: text("Huset") }
}

fn contact_point() -> ContactPoint {
    let info = ContactInfo { label: "Emne".into(), value: "Hjælp".into() };
    ContactPoint {
        contact_group: text("22"),
        contact_point_id: "22.a".into(),
        label: text("Borgerservice"),
        contact_info: vec![info.clone(), info],
    }
}

fn content() -> ContentData {
    ContentData {
        cpr_data: Some(CprData { cpr_number: CPR.into(), name: text("Aase Holm") }),
        cvr_data: Some(CvrData { cvr_number: CVR.into(), company_name: text("Vejle Bibliotek") }),
        motor_vehicle: Some(MotorVehicle { license_number: "AB12345".into(), chassis_number: text("X1") }),
        property_number: Some(PropertyNumber { property_number: "630-1".into() }),
        case_id: Some(CaseId { case_id: "2026-17".into(), case_system: "Sager".into() }),
        kle_data: Some(KleData {
            subject_key: "00.13.00".into(),
            version: "May 2024".into(),
            activity_facet: text("G01"),
            label: "Digital hjælp".into(),
        }),
        form_data: Some(FormData {
            task_key: "05.05.05.05".into(),
            version: "2".into(),
            activity_facet: text("1"),
            label: "Vejledning".into(),
        }),
        production_unit: Some(production_unit()),
        education: Some(Education { education_code: "5078".into(), education_name: text("Bibliotekar") }),
        address: None,
        unstructured_address: Some(UnstructuredAddress { unstructured: "Sommerhuset i Hvidbjerg".into() }),
        additional_content_data: vec![
            AdditionalContentData {
                content_data_type: text("tal"),
                content_data_name: "kø".into(),
                content_data_value: "3".into(),
            };
            10
        ],
    }
}

fn body() -> MessageBody {
    let file = |name: &str| File::new("application/pdf", name, "da", vec![0, 1, 2, 254, 255]);
    let appointment = Action {
        start_date_time: Some("2026-02-01T12:00:00Z".parse().unwrap()),
        end_date_time: Some("2026-03-01T12:00:00Z".parse().unwrap()),
        target: Some(ActionTarget::Reservation(Reservation {
            description: "Vi hjælper med MitID".into(),
            reservation_uuid: uuid(5),
            abstract_text: "Hjælp til MitID".into(),
            location: "Vejle Bibliotek".into(),
            start_date_time: "2026-03-02T09:00:00Z".parse().unwrap(),
            end_date_time: "2026-03-02T09:30:00Z".parse().unwrap(),
            organizer_mail: text("bo@example.dk"),
            organizer_name: text("Bo Ibsen"),
        })),
        ..Action::new("Læg i kalender", action_code::APPOINTMENT)
    };
    let page = Action {
        target: Some(ActionTarget::EntryPoint(EntryPoint { url: "https://example.dk/a?b=1&c=2".into() })),
        ..Action::new("Læs mere", action_code::INFORMATION)
    };
    MessageBody {
        created_date_time: "2026-02-01T12:00:00.123456789Z".parse().unwrap(),
        main_document: MainDocument {
            main_document_id: text("A"),
            label: text("Brev"),
            files: vec![file("brev.pdf"), file("brev.txt")],
            actions: vec![appointment.clone(), page.clone(), Action::new("Nej tak", "X")],
        },
        additional_documents: vec![
            AdditionalDocument {
                additional_document_id: text("B"),
                label: text("Kort"),
                files: vec![file("kort.pdf")],
                actions: vec![page, appointment],
            },
            AdditionalDocument::new(File::new("text/plain", "tom.txt", "en", Vec::new())),
        ],
        technical_documents: vec![TechnicalDocument {
            technical_document_id: text("C"),
            label: text("Data"),
            files: vec![file("data.xml")],
        }],
    }
}
