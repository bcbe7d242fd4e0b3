//! National lines by telephone and chat: what is known of them, and what is not.

use help::{Assured, Booking, Example, HelpPoint, Kind, RuleRow, Status, StepFree, Topic};
use hours::Rule;
use jiff::civil::{Date, Time};
use people::{OrganisationDetails, OrganisationKind};
use realm::Work;

use crate::facts::service;
use crate::{TownError, organisation, rows};

const FILE: &str = "national_lines.csv";
const LINES: &str = include_str!("../../../data/denmark/national_lines.csv");

/// Every national line.
pub(crate) async fn points(work: &mut Work<'_>, today: Date) -> Result<Vec<HelpPoint>, TownError> {
    let mut points = Vec::new();
    for (number, row) in rows(FILE, LINES)?.iter().enumerate() {
        let wrong = |why: &str| TownError::Fact { file: FILE, row: number + 2, why: why.to_owned() };
        let kind = Kind::from_code(&row[1]).ok_or_else(|| wrong("the kind is not known"))?;
        let topics: Option<Vec<Topic>> = row[6].split(';').map(Topic::from_code).collect();
        let topics = topics.ok_or_else(|| wrong("a topic is not known"))?;
        let details = OrganisationDetails {
            website: Some(row[5].to_owned()),
            ..OrganisationDetails::new(&row[2], OrganisationKind::Authority)
        };
        let owner = organisation(work, details).await?;
        let unknown = [(9, Example::Phone), (10, Example::Hours), (13, Example::Languages)];
        let examples =
            unknown.into_iter().filter(|(column, _)| &row[*column] == "false").map(|(_, part)| part);
        points.push(HelpPoint {
            id: work.new_id(),
            organisation: owner,
            kind,
            name: row[2].to_owned(),
            description: String::new(),
            municipality_code: None,
            street: None,
            postcode: None,
            position: None,
            precise: false,
            phone: Some(row[4].to_owned()).filter(|number| !number.is_empty()),
            email: None,
            website: Some(row[5].to_owned()),
            step_free: StepFree::Unknown,
            national: true,
            status: Status::Active,
            assured: row[12]
                .parse()
                .ok()
                .map(|date: Date| Assured { date: date.min(today), by: row[11].to_owned() }),
            examples: examples.collect(),
            source: row[11].to_owned(),
            version: 1,
            languages: row[7].split(';').map(str::to_owned).collect(),
            services: vec![service(work, &row[2], Booking::DropIn, &topics)],
            rules: hours(work, &row[8])
                .ok_or_else(|| wrong("the hours are not written as MO,TU 08:00-16:00; …"))?,
            exceptions: Vec::new(),
        });
    }
    Ok(points)
}

/// `MO,TU 08:00-16:00; FR 08:00-14:00`
fn hours(work: &Work<'_>, text: &str) -> Option<Vec<RuleRow>> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let rule = |part: &str| -> Option<RuleRow> {
        let (days, times) = part.split_once(' ')?;
        let (opens, closes) = times.split_once('-')?;
        let time = |text: &str| -> Option<Time> { format!("{text}:00").parse().ok() };
        let byday = Rule::parse_byday(days).ok()?;
        let weekdays: Vec<_> = byday.iter().map(|day| day.weekday).collect();
        Some(RuleRow { id: work.new_uuid(), rule: Rule::weekly(&weekdays, time(opens)?, time(closes)?) })
    };
    parts.map(rule).collect()
}
