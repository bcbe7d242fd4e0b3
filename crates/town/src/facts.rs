//! What is known: every municipality has a borgerservice, and these are the library systems.

use std::collections::BTreeSet;

use basics::{Id, Position};
use help::{
    Assured, Booking, Example, HelpPoint, Kind, RuleRow, Service, ServiceStatus, Status, StepFree, Topic,
};
use hours::Rule;
use jiff::civil::{Date, Time, Weekday};
use people::{OrganisationDetails, OrganisationKind, OrganisationTag};
use realm::Work;

use crate::{TownError, organisation, rows, weeks_ago};

const MUNICIPALITIES: &str = include_str!("../../../data/denmark/municipalities.csv");
const LIBRARIES: &str = include_str!("../../../data/denmark/library_systems.csv");

/// Borgerservice and library of every municipality.
pub(crate) async fn points(work: &mut Work<'_>, today: Date) -> Result<Vec<HelpPoint>, TownError> {
    points_where(work, today, |_| true).await
}

/// Borgerservice and library of some municipalities.
pub(crate) async fn points_where(
    work: &mut Work<'_>,
    today: Date,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<HelpPoint>, TownError> {
    let mut points = Vec::new();
    let libraries = rows("library_systems.csv", LIBRARIES)?;
    for (number, row) in rows("municipalities.csv", MUNICIPALITIES)?.iter().enumerate() {
        let (code, name) = (&row[0], &row[1]);
        if !wanted(code) {
            continue;
        }
        let position =
            row[4].parse().ok().zip(row[5].parse().ok()).and_then(|(lat, lon)| Position::new(lat, lon).ok());
        // Christiansø is run by the state and has no borgerservice of its own.
        if code != "0411" {
            let authority = OrganisationDetails {
                municipality_code: Some(code.to_owned()),
                ..OrganisationDetails::new(authority_name(name), OrganisationKind::Authority)
            };
            let owner = organisation(work, authority).await?;
            points.push(borgerservice(work, owner, code, name, position, number, today));
        }
        if let Some(library) = libraries.iter().find(|library| &library[0] == code) {
            let details = OrganisationDetails {
                municipality_code: Some(code.to_owned()),
                website: Some(library[2].to_owned()),
                ..OrganisationDetails::new(&library[1], OrganisationKind::Library)
            };
            let owner = organisation(work, details).await?;
            points.push(self::library(work, owner, code, library, position, number, today));
        }
    }
    Ok(points)
}

fn authority_name(municipality: &str) -> String {
    match municipality {
        "København" => "Københavns Kommune".to_owned(),
        "Bornholm" => "Bornholms Regionskommune".to_owned(),
        name => format!("{name} Kommune"),
    }
}

/// A place of which only the kind, the owner and the municipality are known; the rest is made up.
pub(crate) fn place(
    work: &Work<'_>,
    owner: Id<OrganisationTag>,
    kind: Kind,
    name: String,
    code: &str,
    position: Option<Position>,
    number: usize,
) -> HelpPoint {
    HelpPoint {
        id: work.new_id(),
        organisation: owner,
        kind,
        name,
        description: String::new(),
        municipality_code: Some(code.to_owned()),
        street: None,
        postcode: None,
        position,
        precise: false,
        phone: Some(format!("00 00 {:02} {:02}", 10 + kind as usize * 10 + number / 100, number % 100)),
        email: None,
        website: None,
        step_free: [StepFree::Yes, StepFree::Yes, StepFree::Unknown, StepFree::No][number % 4],
        national: false,
        status: Status::Active,
        assured: None,
        examples: [Example::Phone, Example::Hours, Example::Languages, Example::StepFree, Example::Services]
            .into(),
        source: "Danish register of municipalities; GeoNames (CC BY 4.0) for the position".to_owned(),
        version: 1,
        languages: spoken(number),
        services: Vec::new(),
        rules: Vec::new(),
        exceptions: Vec::new(),
    }
}

fn borgerservice(
    work: &Work<'_>,
    owner: Id<OrganisationTag>,
    code: &str,
    municipality: &str,
    position: Option<Position>,
    number: usize,
    today: Date,
) -> HelpPoint {
    // The one municipality whose name in the register is a genitive.
    let name = format!("Borgerservice i {}", municipality.replace("Vesthimmerlands", "Vesthimmerland"));
    let mut point = place(work, owner, Kind::Borgerservice, name, code, position, number);
    let (short, long) = (&[Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday], &[Weekday::Thursday]);
    point.rules = match number % 3 {
        0 => vec![rule(work, short, 9, 15), rule(work, long, 9, 17), rule(work, &[Weekday::Friday], 9, 13)],
        1 => {
            vec![rule(work, short, 10, 15), rule(work, long, 10, 18), rule(work, &[Weekday::Friday], 10, 14)]
        }
        _ => vec![rule(work, short, 8, 14), rule(work, long, 8, 17), rule(work, &[Weekday::Friday], 8, 12)],
    };
    point.services = vec![
        service(work, "Hjælp til MitID", Booking::Both, &[Topic::MitId]),
        service(
            work,
            "Hjælp til Digital Post og fuldmagt",
            Booking::DropIn,
            &[Topic::DigitalPost, Topic::PowerOfAttorney, Topic::Exemption],
        ),
        service(work, "Hjælp til borger.dk", Booking::DropIn, &[Topic::BorgerDk]),
    ];
    point.assured = (!number.is_multiple_of(5)).then(|| Assured {
        date: weeks_ago(today, [2, 9, 14, 40][number % 4]),
        by: "Omtankes by".to_owned(),
    });
    point
}

fn library(
    work: &Work<'_>,
    owner: Id<OrganisationTag>,
    code: &str,
    library: &csv::StringRecord,
    position: Option<Position>,
    number: usize,
    today: Date,
) -> HelpPoint {
    let mut point = place(work, owner, Kind::Library, library[1].to_owned(), code, position, number);
    point.website = Some(library[2].to_owned());
    "The public libraries' joint platform; GeoNames (CC BY 4.0) for the position"
        .clone_into(&mut point.source);
    let weekdays =
        &[Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
    point.rules = match number % 2 {
        0 => vec![rule(work, weekdays, 10, 18), rule(work, &[Weekday::Saturday], 10, 14)],
        _ => vec![rule(work, weekdays, 9, 17), rule(work, &[Weekday::Saturday, Weekday::Sunday], 11, 15)],
    };
    point.services = vec![
        service(
            work,
            "It-hjælp",
            Booking::DropIn,
            &[Topic::ComputerBasics, Topic::DigitalPost, Topic::OnlineSafety],
        ),
        service(work, "Sundhed og skat på nettet", Booking::Appointment, &[Topic::SundhedDk, Topic::SkatDk]),
    ];
    if number.is_multiple_of(3) {
        let business = service(work, "Hjælp til virksomheder", Booking::Appointment, &[Topic::Business]);
        point.services.push(business);
    }
    point.assured = (!number.is_multiple_of(4)).then(|| Assured {
        date: weeks_ago(today, [1, 6, 20, 52][number % 4]),
        by: "Omtankes by".to_owned(),
    });
    point
}

/// A weekly rule by whole hours.
pub(crate) fn rule(work: &Work<'_>, days: &[Weekday], opens: i8, closes: i8) -> RuleRow {
    let hour = |hour| Time::constant(hour, 0, 0, 0);
    RuleRow { id: work.new_uuid(), rule: Rule::weekly(days, hour(opens), hour(closes)) }
}

/// A service.
pub(crate) fn service(work: &Work<'_>, name: &str, booking: Booking, topics: &[Topic]) -> Service {
    Service {
        id: work.new_id(),
        name: name.to_owned(),
        description: String::new(),
        booking,
        status: ServiceStatus::Active,
        topics: topics.iter().copied().collect(),
    }
}

fn spoken(number: usize) -> BTreeSet<String> {
    let languages: &[&str] = match number % 6 {
        0 => &["da", "en", "ar"],
        1 => &["da"],
        2 => &["da", "en"],
        3 => &["da", "en", "tr"],
        4 => &["da", "en", "de"],
        _ => &["da", "en", "ur", "pl"],
    };
    languages.iter().map(|&language| language.to_owned()).collect()
}
