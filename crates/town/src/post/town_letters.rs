//! What lies in the mailboxes of the named people: from made-up authorities, about what authorities write about.

use access::Holder;
use basics::{Cvr, Id};
use jiff::civil::{Date, DateTime, datetime};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use mailbox::files::Incoming;
use mailbox::intake::{Arrival, Sending, take_within};
use mailbox::{Way, open_mailbox};
use memo::{
    Action, ActionTarget, AdditionalDocument, EntryPoint, File, MainDocument, Message, MessageBody,
    MessageHeader, MessageType, Recipient, Reservation, Sender, Version, action_code, id_type,
};
use people::{OrganisationDetails, OrganisationKind, OrganisationTag};
use realm::Work;

use crate::people_of::{AASE, BO, CONNY, GUSTAV};
use crate::{TownError, Townsman, organisation};

/// The municipality that writes.
pub(crate) const MUNICIPALITY: &str = "Skov Kommune (opdigtet)";
/// The company that gets post.
pub(crate) const PIZZERIA: &str = "Pizzeria Vesuvio (opdigtet)";

/// The company whose people have rights.
pub(crate) const NURSERY: &str = "Gartneriet Solbakken (opdigtet)";
/// The company that acts for the nursery.
pub(crate) const ACCOUNTANT: &str = "Revisor Bøgh (opdigtet)";

/// The organisations that write and get post. Their numbers begin with 9, as those for tests do.
const ORGANISATIONS: [(&str, OrganisationKind, &str); 7] = [
    (MUNICIPALITY, OrganisationKind::Authority, "90000004"),
    ("Skov Sygehus (opdigtet)", OrganisationKind::Authority, "90000012"),
    ("Pengestyrelsen (opdigtet)", OrganisationKind::Authority, "90000020"),
    ("Værneordningen (opdigtet)", OrganisationKind::Authority, "90000039"),
    (PIZZERIA, OrganisationKind::Company, "90000047"),
    (NURSERY, OrganisationKind::Company, "90000055"),
    (ACCOUNTANT, OrganisationKind::Company, "90000063"),
];

/// A letter before it is a MeMo.
struct Written {
    from: usize,
    days_ago: i64,
    subject: &'static str,
    notification: &'static str,
    page: &'static str,
    change: fn(&mut Message<Incoming>, Date),
}

/// Makes the organisations.
pub(crate) async fn found(work: &mut Work<'_>) -> Result<(), TownError> {
    for (name, kind, cvr) in ORGANISATIONS {
        let mut details = OrganisationDetails::new(name, kind);
        details.cvr = Some(number_of(cvr));
        organisation(work, details).await?;
    }
    Ok(())
}

fn number_of(cvr: &str) -> Cvr {
    cvr.parse().expect("the numbers of the town have their check digit")
}

/// Opens the mailboxes and puts the letters into them. They lie there as if they had come on their days.
pub(crate) async fn deliver(work: &mut Work<'_>) -> Result<(), TownError> {
    let refused = |error: &dyn std::fmt::Display| TownError::Refused(error.to_string());
    for person in [AASE, BO, CONNY, GUSTAV] {
        let row = people::cpr::find(work.tx(), &work.realm.vault, &person.number()).await?;
        let Some(row) = row else { continue };
        open_mailbox(work, Holder::Person(row.id), Way::Digital).await.map_err(|error| refused(&error))?;
    }
    for (_, _, cvr) in ORGANISATIONS {
        let Some(id) = by_number(work, cvr).await? else { continue };
        open_mailbox(work, Holder::Organisation(id), Way::Digital).await.map_err(|error| refused(&error))?;
    }
    let today = work.today();
    let mut arrivals = Vec::new();
    for written in aases().into_iter().rev() {
        arrivals.push(arrival(work, &written, &recipient(&AASE), today));
    }
    for written in gustavs() {
        arrivals.push(arrival(work, &written, &recipient(&GUSTAV), today));
    }
    for written in pizzerias() {
        let recipient = Recipient::new(ORGANISATIONS[4].2, id_type::CVR);
        arrivals.push(arrival(work, &written, &recipient, today));
    }
    let sending = Sending::by_operator(work.new_uuid());
    for answer in take_within(work, &sending, arrivals).await.map_err(|error| refused(&error))? {
        if !answer.is_taken() {
            return Err(TownError::Refused(answer.reason.unwrap_or_default()));
        }
    }
    Ok(())
}

async fn by_number(work: &Work<'_>, cvr: &str) -> Result<Option<Id<OrganisationTag>>, TownError> {
    let found = people::organisations_by_cvr(work.tx(), &[number_of(cvr)]).await?;
    Ok(found.first().map(|(_, id)| *id))
}

fn recipient(person: &Townsman) -> Recipient {
    let mut recipient = Recipient::new(person.number().expose(), id_type::CPR);
    recipient.label = Some(person.name.to_owned());
    recipient
}

fn aases() -> Vec<Written> {
    vec![
        Written {
            from: 1,
            days_ago: 0,
            subject: "Indkaldelse til undersøgelse af hjertet",
            notification: "Du har fået en tid på sygehuset. Se hvornår i brevet.",
            page: "<h1>Du er indkaldt til en undersøgelse</h1><p>Kære Aase Holm</p>\
                <p>Vi skal undersøge dit hjerte. Undersøgelsen varer en halv time. Den gør ikke ondt.</p>\
                <h2>Det skal du gøre</h2><ul><li>Spis og drik som du plejer.</li><li>Tag din medicinliste med.</li>\
                <li>Kom ti minutter før.</li></ul><p>Kan du ikke komme? Så svar på dette brev.</p>",
            change: |message, today| {
                message.header.reply = Some(true);
                message.header.mandatory = Some(true);
                message.header.message_code = Some("AMBULANT-TID".to_owned());
                add_appointment(message, today, 16, "Skov Sygehus, indgang 3, 1. sal");
                add_file(
                    message,
                    "Medicinliste.pdf",
                    "application/pdf",
                    &pdf("Skriv din medicin her, og tag listen med."),
                );
            },
        },
        Written {
            from: 0,
            days_ago: 2,
            subject: "Vi mangler en oplysning om din boligstøtte",
            notification: "Kommunen mangler et svar fra dig om boligstøtte.",
            page: "<h1>Vi mangler en oplysning</h1><p>Kære Aase Holm</p>\
                <p>Du får boligstøtte. Din husleje er ændret. Derfor skal vi kende den nye husleje.</p>\
                <p><strong>Svar på dette brev og skriv, hvad du betaler om måneden.</strong></p>\
                <p>Svarer du ikke, kan din boligstøtte blive stoppet.</p>",
            change: |message, today| {
                message.header.reply = Some(true);
                message.header.mandatory = Some(true);
                message.header.reply_by_date_time = Some(at_ten(today, 12));
            },
        },
        Written {
            from: 2,
            days_ago: 5,
            subject: "Din årsopgørelse er klar",
            notification: "Du kan se, om du skal have penge tilbage.",
            page: "<h1>Din årsopgørelse</h1><p>Du får 1.240 kr. tilbage.</p><table><tr><th>Post</th><th>Beløb</th></tr>\
                <tr><td>Pension</td><td>184.300 kr.</td></tr><tr><td>Betalt skat</td><td>52.110 kr.</td></tr>\
                <tr><td>Tilbage til dig</td><td>1.240 kr.</td></tr></table><p>Du skal ikke gøre noget.</p>",
            change: |message, _| {
                add_link(
                    message,
                    "Se tallene",
                    action_code::INFORMATION,
                    "https://skat.example.dk/aarsopgoerelse",
                );
            },
        },
        Written {
            from: 0,
            days_ago: 9,
            subject: "Regning for madservice",
            notification: "Du har fået en regning fra kommunen.",
            page: "<h1>Regning</h1><p>Mad leveret i sidste måned: 18 dage.</p><p>I alt: 1.062 kr.</p>",
            change: |message, _| {
                add_link(message, "Betal", action_code::PAYMENT, "https://betaling.example.dk/90000004/4711");
                add_file(message, "Regning.pdf", "application/pdf", &pdf("Regning 4711. I alt 1.062 kr."));
            },
        },
        Written {
            from: 0,
            days_ago: 30,
            subject: "Hjemmehjælp: Vi kommer på et andet tidspunkt",
            notification: "Hjemmehjælpen kommer om formiddagen fra nu af.",
            page: "<p>Kære Aase Holm</p><p>Fra mandag kommer hjemmehjælpen mellem klokken ni og elleve.</p>",
            change: |_, _| {},
        },
        Written {
            from: 0,
            days_ago: 64,
            subject: "Hentning af affald",
            notification: "Nye dage for affald.",
            page: "<p>Vi henter affald om tirsdagen. Se planen i filen.</p>",
            change: |message, _| {
                add_file(
                    message,
                    "Affaldsplan.txt",
                    "text/plain",
                    "Tirsdag: madaffald\nHver anden tirsdag: papir\n".as_bytes(),
                );
            },
        },
    ]
}

fn gustavs() -> Vec<Written> {
    vec![Written {
        from: 3,
        days_ago: 8,
        subject: "Du skal møde til Forsvarets Dag",
        notification: "Du er indkaldt. Du har pligt til at møde.",
        page: "<h1>Forsvarets Dag</h1><p>Kære Gustav Friis</p><p>Du fylder snart 18. Derfor skal du møde til Forsvarets Dag.</p>\
            <p>Du har <strong>pligt</strong> til at møde. Du kan få en bøde, hvis du ikke kommer.</p>",
        change: |message, today| {
            message.header.mandatory = Some(true);
            message.header.legal_notification = Some(true);
            message.header.message_code = Some("FORSVARETS-DAG".to_owned());
            add_appointment(message, today, 40, "Kasernen i Skov, port 1");
        },
    }]
}

fn pizzerias() -> Vec<Written> {
    vec![Written {
        from: 2,
        days_ago: 3,
        subject: "Husk at indberette moms",
        notification: "Der er frist for moms om kort tid.",
        page: "<h1>Moms</h1><p>I skal indberette moms for sidste kvartal. Det gælder også, hvis tallet er nul.</p>",
        change: |message, today| {
            message.header.mandatory = Some(true);
            message.header.reply_by_date_time = Some(at_ten(today, 9));
            add_link(message, "Indberet moms", action_code::SELF_SERVICE, "https://skat.example.dk/moms");
        },
    }]
}

fn arrival(work: &Work<'_>, written: &Written, recipient: &Recipient, today: Date) -> Arrival {
    let (name, _, cvr) = ORGANISATIONS[written.from];
    let mut bytes = [0; 16];
    work.realm.chance.fill(&mut bytes);
    let uuid = uuid::Builder::from_random_bytes(bytes).into_uuid();
    let sender = Sender::new(cvr, id_type::CVR, name);
    let mut header =
        MessageHeader::new(MessageType::DigitalPost, uuid, written.subject, sender, recipient.clone());
    header.notification = Some(written.notification.to_owned());
    let page = format!(
        "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"></head><body>{}<p>Venlig hilsen<br>{name}</p></body></html>",
        written.page
    );
    let main = MainDocument::new(File::new("text/html", "brev.html", "da", Incoming::of(page.into_bytes())));
    let mut message = Message::new(Version::V1_2, header);
    // An hour earlier, so that nothing of it is news.
    let sent: Timestamp = work.now() - SignedDuration::from_hours(24 * written.days_ago + 1);
    message.body = Some(MessageBody::new(sent, main));
    (written.change)(&mut message, today);
    Arrival::of(message, Vec::new()).that_came(sent)
}

/// Ten o'clock in the morning, in Greenwich, so many days from now.
fn at_ten(today: Date, days: i64) -> Timestamp {
    let moment: DateTime =
        today.saturating_add(days.days()).to_datetime(datetime(2000, 1, 1, 10, 0, 0, 0).time());
    moment.to_zoned(jiff::tz::TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

fn add_action(message: &mut Message<Incoming>, action: Action) {
    if let Some(body) = &mut message.body {
        body.main_document.actions.push(action);
    }
}

fn add_appointment(message: &mut Message<Incoming>, today: Date, days: i64, place: &str) {
    let start = at_ten(today, days);
    let mut action = Action::new("Læg tiden i din kalender", action_code::APPOINTMENT);
    action.target = Some(ActionTarget::Reservation(Reservation {
        description: message.header.label.clone(),
        reservation_uuid: message.header.message_uuid,
        abstract_text: message.header.label.clone(),
        location: place.to_owned(),
        start_date_time: start,
        end_date_time: start + SignedDuration::from_mins(30),
        organizer_mail: None,
        organizer_name: Some(message.header.sender.label.clone()),
    }));
    add_action(message, action);
}

fn add_link(message: &mut Message<Incoming>, label: &str, code: &str, url: &str) {
    let mut action = Action::new(label, code);
    action.target = Some(ActionTarget::EntryPoint(EntryPoint { url: url.to_owned() }));
    add_action(message, action);
}

fn add_file(message: &mut Message<Incoming>, name: &str, mime: &str, bytes: &[u8]) {
    let Some(body) = &mut message.body else { return };
    body.additional_documents.push(AdditionalDocument {
        additional_document_id: None,
        label: Some(name.to_owned()),
        files: vec![File::new(mime, name, "da", Incoming::of(bytes.to_vec()))],
        actions: Vec::new(),
    });
}

/// A page of PDF with one line of text (ISO 32000-1): enough for a reader to open.
fn pdf(line: &str) -> Vec<u8> {
    let latin: String =
        line.chars().map(|c| if c.is_ascii() && !"()\\".contains(c) { c } else { ' ' }).collect();
    let stream = format!("BT /F1 18 Tf 60 760 Td ({latin}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1));
    for place in &places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        places.len() + 1
    ));
    file.into_bytes()
}
