//! IT cafés and home visits that do not exist, so that every kind can be tried. All of them are examples throughout.

use basics::Position;
use help::{Booking, Example, ExceptionRow, HelpPoint, Kind, RuleRow, Topic};
use hours::{Exception, Rule};
use jiff::civil::{Date, Time, Weekday};
use people::{OrganisationDetails, OrganisationKind};
use realm::Work;

use crate::facts::{place, rule, service};
use crate::{TownError, organisation};

/// Where made-up places stand: municipality, town, position of the town.
const TOWNS: [(&str, &str, f64, f64); 12] = [
    ("0630", "Vejle", 55.7093, 9.5357),
    ("0851", "Aalborg", 57.0480, 9.9187),
    ("0751", "Aarhus", 56.1567, 10.2108),
    ("0461", "Odense", 55.3959, 10.3883),
    ("0101", "København", 55.6759, 12.5655),
    ("0265", "Roskilde", 55.6415, 12.0803),
    ("0561", "Esbjerg", 55.4703, 8.4519),
    ("0791", "Viborg", 56.4532, 9.4020),
    ("0217", "Helsingør", 56.0361, 12.6136),
    ("0400", "Rønne", 55.1009, 14.7066),
    ("0540", "Sønderborg", 54.9138, 9.7922),
    ("0657", "Herning", 56.1393, 8.9738),
];

/// The made-up places.
pub(crate) async fn points(work: &mut Work<'_>, today: Date) -> Result<Vec<HelpPoint>, TownError> {
    let association = OrganisationDetails::new("Naboer på nettet (opdigtet)", OrganisationKind::Association);
    let owner = organisation(work, association).await?;
    let mut points = Vec::new();
    for (number, (code, town, lat, lon)) in TOWNS.into_iter().enumerate() {
        let position = Position::new(lat, lon).ok();
        let mut cafe = place(work, owner, Kind::ItCafe, format!("It-café i {town}"), code, position, number);
        cafe.street = Some(format!("Eksempelgade {}", number + 1));
        cafe.rules = vec![rule(work, &[Weekday::Wednesday], 13, 16), first_saturday(work)];
        cafe.exceptions = vec![christmas(work, today)];
        cafe.services = vec![service(
            work,
            "Kaffe og it-hjælp",
            Booking::DropIn,
            &[Topic::ComputerBasics, Topic::OnlineSafety, Topic::MitId],
        )];
        let mut visit = place(
            work,
            owner,
            Kind::HomeVisit,
            format!("Besøg hjemme hos dig i {town}"),
            code,
            position,
            number,
        );
        visit.rules = vec![rule(work, &[Weekday::Tuesday, Weekday::Thursday], 10, 15)];
        visit.services = vec![service(
            work,
            "To frivillige kommer hjem til dig",
            Booking::Appointment,
            &[Topic::DigitalPost, Topic::MitId, Topic::ComputerBasics],
        )];
        for mut point in [cafe, visit] {
            point.examples.insert(Example::Everything);
            point.examples.insert(Example::Street);
            "Made up for demonstration".clone_into(&mut point.source);
            points.push(point);
        }
    }
    Ok(points)
}

fn first_saturday(work: &Work<'_>) -> RuleRow {
    let first = Rule::parse_byday("1SA").expect("the first Saturday is a day");
    let (opens, closes) = (Time::constant(10, 0, 0, 0), Time::constant(12, 0, 0, 0));
    RuleRow { id: work.new_uuid(), rule: Rule::monthly(first, opens, closes) }
}

fn christmas(work: &Work<'_>, today: Date) -> ExceptionRow {
    let day = |month, day| Date::constant(today.year(), month, day);
    ExceptionRow { id: work.new_uuid(), exception: Exception::closed(day(12, 21), day(12, 31), "juleferie") }
}
