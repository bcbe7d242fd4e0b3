//! Any message that a version of the schema allows, for property tests.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Span, Timestamp};
use memo::{
    Action, ActionTarget, AdditionalContentData, AdditionalDocument, AdditionalReplyData, Address,
    AddressPoint, AttentionData, AttentionPerson, CaseId, ContactInfo, ContactPoint, ContentData,
    ContentResponsible, CprData, CvrData, Day, EMail, Education, Eid, EntryPoint, File, FormData,
    ForwardData, GeneratingSystem, GlobalLocationNumber, KleData, MainDocument, Message, MessageBody,
    MessageHeader, MessageType, MotorVehicle, ProductionUnit, PropertyNumber, Recipient, ReplyData,
    Representative, Reservation, SeNumber, Sender, SorData, TechnicalDocument, Telephone,
    UnstructuredAddress, Version,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use uuid::Uuid;

/// Any message, large or small.
pub(crate) fn message(version: Version) -> BoxedStrategy<Message> {
    let schema_version = match version {
        Version::V1_1 => text(256).prop_map(Some).boxed(),
        Version::V1_2 => Just(None).boxed(),
    };
    (schema_version, header(version), of(body()))
        .prop_map(move |(schema_version, header, body)| Message { version, schema_version, header, body })
        .boxed()
}

/// Any characters that XML can hold, at most so many; mostly few, and often those that need care.
fn text(most: usize) -> impl Strategy<Value = String> {
    let character = prop_oneof![
        4 => prop::char::range('a', 'z'),
        2 => prop::sample::select(&['<', '>', '&', '"', '\'', ' ', '\t', '\n', '\r', ']', '\u{85}', '\u{2028}', 'ø']),
        1 => any::<char>().prop_filter("xml has no such character", |c| *c >= ' ' && !"\u{fffe}\u{ffff}".contains(*c)),
    ];
    prop_oneof![9 => vec(character.clone(), 0..8), 1 => vec(character, most)]
        .prop_map(move |characters| characters.into_iter().take(most).collect())
}

fn some_text() -> impl Strategy<Value = Option<String>> {
    of(text(256))
}

fn uuid() -> impl Strategy<Value = Uuid> {
    any::<[u8; 16]>().prop_map(|bytes| uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// To the nanosecond, of the years 1 to 9999.
fn moment() -> impl Strategy<Value = Timestamp> {
    let nanosecond = prop_oneof![Just(0), 0..1_000_000_000_i32];
    (-62_135_596_800_i64..253_370_764_800, nanosecond)
        .prop_map(|(second, nanosecond)| Timestamp::new(second, nanosecond).unwrap())
        .prop_filter("years have four digits", |moment| {
            (1..=9999).contains(&Offset::UTC.to_datetime(*moment).year())
        })
}

fn day() -> impl Strategy<Value = Day> {
    let offset = of((-840..=840_i32).prop_map(|minutes| Offset::from_seconds(minutes * 60).unwrap()));
    (0..3_652_059_i32, offset).prop_map(|(days, offset)| {
        let date = Date::new(1, 1, 1).unwrap().checked_add(Span::new().days(days)).unwrap();
        Day { date, offset }
    })
}

fn url() -> impl Strategy<Value = String> {
    "https://[a-z]{1,9}\\.dk/[a-zæøå0-9/._~-]{0,40}(%[0-9A-F]{2}){0,3}(\\?[a-z]=[a-z&=]{0,9})?(#[a-z]{0,5})?"
}

fn header(version: Version) -> BoxedStrategy<MessageHeader> {
    let kind = prop::sample::select(&[MessageType::DigitalPost, MessageType::NemSms]);
    let flag = match version {
        Version::V1_1 => any::<bool>().prop_map(Some).boxed(),
        Version::V1_2 => any::<Option<bool>>().boxed(),
    };
    let texts = (some_text(), some_text(), text(256), of(text(150)), some_text(), some_text());
    let facts = (any::<Option<bool>>(), of(moment()), of(day()), flag.clone(), flag);
    let parties = (sender(version), recipient());
    let rest = (of(content()), of(forward(version)), vec(reply(), 0..3));
    (kind, uuid(), texts, facts, parties, rest)
        .prop_map(|(message_type, message_uuid, texts, facts, (sender, recipient), rest)| MessageHeader {
            message_type,
            message_uuid,
            message_id: texts.0,
            message_code: texts.1,
            label: texts.2,
            notification: texts.3,
            additional_notification: texts.4,
            reply: facts.0,
            reply_by_date_time: facts.1,
            do_not_deliver_until_date: facts.2,
            mandatory: facts.3,
            legal_notification: facts.4,
            post_type: texts.5,
            sender,
            recipient,
            content_data: rest.0,
            forward_data: rest.1,
            reply_data: rest.2,
        })
        .boxed()
}

fn sender(version: Version) -> BoxedStrategy<Sender> {
    let representative = match version {
        Version::V1_1 => Just(None).boxed(),
        Version::V1_2 => of(representative()).boxed(),
    };
    (text(256), id_type(), some_text(), text(256), of(attention()), of(contact_point()), representative)
        .prop_map(
            |(sender_id, id_type, id_type_label, label, attention_data, contact_point, representative)| {
                Sender {
                    sender_id,
                    id_type,
                    id_type_label,
                    label,
                    attention_data,
                    contact_point,
                    representative,
                }
            },
        )
        .boxed()
}

fn id_type() -> impl Strategy<Value = String> {
    prop_oneof![Just("CPR".to_owned()), Just("CVR".to_owned()), text(256)]
}

fn recipient() -> BoxedStrategy<Recipient> {
    (text(256), id_type(), some_text(), some_text(), of(attention()), of(contact_point()))
        .prop_map(|(recipient_id, id_type, id_type_label, label, attention_data, contact_point)| Recipient {
            recipient_id,
            id_type,
            id_type_label,
            label,
            attention_data,
            contact_point,
        })
        .boxed()
}

fn representative() -> BoxedStrategy<Representative> {
    (some_text(), of(id_type()), some_text(), some_text())
        .prop_map(|(representative_id, id_type, id_type_label, label)| Representative {
            representative_id,
            id_type,
            id_type_label,
            label,
        })
        .boxed()
}

fn contact_point() -> BoxedStrategy<ContactPoint> {
    let info = (text(256), text(256)).prop_map(|(label, value)| ContactInfo { label, value });
    (some_text(), text(256), some_text(), vec(info, 0..=2))
        .prop_map(|(contact_group, contact_point_id, label, contact_info)| ContactPoint {
            contact_group,
            contact_point_id,
            label,
            contact_info,
        })
        .boxed()
}

fn attention() -> BoxedStrategy<AttentionData> {
    let person =
        (some_text(), some_text()).prop_map(|(person_id, label)| AttentionPerson { person_id, label });
    let gln = (..=9_999_999_999_999_i64, some_text()).prop_map(|(global_location_number, location)| {
        GlobalLocationNumber { global_location_number, location }
    });
    let mail = named().prop_map(|(email_address, related_agent)| EMail { email_address, related_agent });
    let se = named().prop_map(|(se_number, company_name)| SeNumber { se_number, company_name });
    let telephone =
        named().prop_map(|(telephone_number, related_agent)| Telephone { telephone_number, related_agent });
    let eid = named().prop_map(|(e_id, label)| Eid { e_id, label });
    let responsible = (some_text(), some_text())
        .prop_map(|(content_responsible_id, label)| ContentResponsible { content_responsible_id, label });
    let system =
        named().prop_map(|(generating_system_id, label)| GeneratingSystem { generating_system_id, label });
    let sor = named().prop_map(|(sor_identifier, entry_name)| SorData { sor_identifier, entry_name });
    let first = (of(person), of(production_unit()), of(gln), of(mail), of(se), of(telephone));
    let second = (of(eid), of(responsible), of(system), of(sor), of(address()), of(one_line()));
    (first, second)
        .prop_map(|(first, second)| AttentionData {
            attention_person: first.0,
            production_unit: first.1,
            global_location_number: first.2,
            e_mail: first.3,
            se_number: first.4,
            telephone: first.5,
            eid: second.0,
            content_responsible: second.1,
            generating_system: second.2,
            sor_data: second.3,
            address: second.4,
            unstructured_address: second.5,
        })
        .boxed()
}

/// A number and, perhaps, what it is called.
fn named() -> BoxedStrategy<(String, Option<String>)> {
    (text(256), some_text()).boxed()
}

fn production_unit() -> BoxedStrategy<ProductionUnit> {
    (..=9_999_999_999_i64, some_text())
        .prop_map(|(production_unit_number, production_unit_name)| ProductionUnit {
            production_unit_number,
            production_unit_name,
        })
        .boxed()
}

fn address() -> BoxedStrategy<Address> {
    let point = (some_text(), some_text(), some_text()).prop_map(|(east, north, height)| AddressPoint {
        geographic_easting_measure: east,
        geographic_northing_measure: north,
        geographic_height_measure: height,
    });
    (vec(some_text(), 9), of(point))
        .prop_map(|(texts, address_point)| {
            let mut texts = texts.into_iter().flatten();
            Address {
                id: texts.next(),
                address_label: texts.next(),
                house_number: texts.next(),
                door: texts.next(),
                floor: texts.next(),
                co: texts.next(),
                zip_code: texts.next(),
                city: texts.next(),
                country: texts.next(),
                address_point,
            }
        })
        .boxed()
}

fn one_line() -> BoxedStrategy<UnstructuredAddress> {
    text(256).prop_map(|unstructured| UnstructuredAddress { unstructured }).boxed()
}

fn content() -> BoxedStrategy<ContentData> {
    let cpr = named().prop_map(|(cpr_number, name)| CprData { cpr_number, name });
    let cvr = named().prop_map(|(cvr_number, company_name)| CvrData { cvr_number, company_name });
    let vehicle = (text(7), some_text())
        .prop_map(|(license_number, chassis_number)| MotorVehicle { license_number, chassis_number });
    let property = text(256).prop_map(|property_number| PropertyNumber { property_number });
    let case = (text(256), text(256)).prop_map(|(case_id, case_system)| CaseId { case_id, case_system });
    let kle = subject().prop_map(|(subject_key, version, activity_facet, label)| KleData {
        subject_key,
        version,
        activity_facet,
        label,
    });
    let form = subject().prop_map(|(task_key, version, activity_facet, label)| FormData {
        task_key,
        version,
        activity_facet,
        label,
    });
    let education =
        named().prop_map(|(education_code, education_name)| Education { education_code, education_name });
    let more = (some_text(), text(256), text(256)).prop_map(
        |(content_data_type, content_data_name, content_data_value)| AdditionalContentData {
            content_data_type,
            content_data_name,
            content_data_value,
        },
    );
    let first = (of(cpr), of(cvr), of(vehicle), of(property), of(case), of(kle));
    let second =
        (of(form), of(production_unit()), of(education), of(address()), of(one_line()), vec(more, 0..=10));
    (first, second)
        .prop_map(|(first, second)| ContentData {
            cpr_data: first.0,
            cvr_data: first.1,
            motor_vehicle: first.2,
            property_number: first.3,
            case_id: first.4,
            kle_data: first.5,
            form_data: second.0,
            production_unit: second.1,
            education: second.2,
            address: second.3,
            unstructured_address: second.4,
            additional_content_data: second.5,
        })
        .boxed()
}

fn subject() -> BoxedStrategy<(String, String, Option<String>, String)> {
    (text(256), text(256), some_text(), text(256)).boxed()
}

fn forward(version: Version) -> BoxedStrategy<ForwardData> {
    let representative = match version {
        Version::V1_1 => Just(None).boxed(),
        Version::V1_2 => some_text().boxed(),
    };
    (uuid(), moment(), text(256), some_text(), representative, some_text(), of(text(512)))
        .prop_map(|(message_uuid, moment, sender, responsible, representative, contact_point_id, comment)| {
            ForwardData {
                message_uuid,
                original_message_date_time: moment,
                original_sender: sender,
                original_content_responsible: responsible,
                original_representative: representative,
                contact_point_id,
                comment,
            }
        })
        .boxed()
}

fn reply() -> BoxedStrategy<ReplyData> {
    let more = (text(256), text(256)).prop_map(|(label, value)| AdditionalReplyData { label, value });
    (uuid(), of(uuid()), vec(some_text(), 6), of(text(512)), vec(more, 0..=4))
        .prop_map(|(message_uuid, reply_uuid, texts, comment, additional_reply_data)| {
            let mut texts = texts.into_iter().flatten();
            ReplyData {
                message_id: texts.next(),
                message_uuid,
                reply_uuid,
                sender_id: texts.next(),
                recipient_id: texts.next(),
                case_id: texts.next(),
                contact_point_id: texts.next(),
                generating_system_id: texts.next(),
                comment,
                additional_reply_data,
            }
        })
        .boxed()
}

fn body() -> BoxedStrategy<MessageBody> {
    let main = (some_text(), some_text(), vec(file(), 1..3), vec(action(), 0..3)).prop_map(
        |(main_document_id, label, files, actions)| MainDocument { main_document_id, label, files, actions },
    );
    let additional = (some_text(), some_text(), vec(file(), 1..3), vec(action(), 0..3)).prop_map(
        |(additional_document_id, label, files, actions)| AdditionalDocument {
            additional_document_id,
            label,
            files,
            actions,
        },
    );
    let technical =
        (some_text(), some_text(), vec(file(), 1..3)).prop_map(|(technical_document_id, label, files)| {
            TechnicalDocument { technical_document_id, label, files }
        });
    (moment(), main, vec(additional, 0..3), vec(technical, 0..3))
        .prop_map(|(created_date_time, main_document, additional_documents, technical_documents)| {
            MessageBody { created_date_time, main_document, additional_documents, technical_documents }
        })
        .boxed()
}

fn file() -> BoxedStrategy<File> {
    (text(256), text(256), "[a-zA-Z]{1,2}", vec(any::<u8>(), 0..200))
        .prop_map(|(encoding_format, filename, language, content)| File {
            encoding_format,
            filename,
            language,
            content,
        })
        .boxed()
}

fn action() -> BoxedStrategy<Action> {
    let target = prop_oneof![
        reservation().prop_map(|reservation| Some(ActionTarget::Reservation(reservation))),
        url().prop_map(|url| Some(ActionTarget::EntryPoint(EntryPoint { url }))),
        Just(None),
    ];
    (text(256), text(256), of(moment()), of(moment()), target)
        .prop_map(|(label, action_code, start_date_time, end_date_time, target)| Action {
            label,
            action_code,
            start_date_time,
            end_date_time,
            target,
        })
        .boxed()
}

fn reservation() -> BoxedStrategy<Reservation> {
    (vec(text(256), 3), uuid(), moment(), moment(), some_text(), some_text())
        .prop_map(
            |(texts, reservation_uuid, start_date_time, end_date_time, organizer_mail, organizer_name)| {
                let [description, abstract_text, location] = texts.try_into().unwrap();
                Reservation {
                    description,
                    reservation_uuid,
                    abstract_text,
                    location,
                    start_date_time,
                    end_date_time,
                    organizer_mail,
                    organizer_name,
                }
            },
        )
        .boxed()
}
