//! The SQL of help points: whole aggregates in, whole aggregates out.

use std::collections::HashMap;

use basics::{Id, Position};
use hours::{Exception, ExceptionHours, Freq, Rule};
use jiff::civil::{Date, Time};
use people::OrganisationTag;
use store::{DbError, Tx, params, row};
use uuid::Uuid;

use crate::model::{
    Assured, Booking, ExceptionRow, HelpPoint, HelpPointTag, Kind, RuleRow, Service, ServiceStatus,
    ServiceTag, Status, StepFree, Topic,
};

row! {
    struct PointRow {
        id: Id<HelpPointTag>,
        organisation: Id<OrganisationTag>,
        kind: String,
        name: String,
        description: String,
        municipality_code: Option<String>,
        street: Option<String>,
        postcode: Option<String>,
        lat: Option<f64>,
        lon: Option<f64>,
        precise: bool,
        phone: Option<String>,
        email: Option<String>,
        website: Option<String>,
        step_free: String,
        national: bool,
        status: String,
        assured_date: Option<Date>,
        assured_by: Option<String>,
        examples: String,
        source: String,
        version: i64,
    }
}

row! {
    struct LanguageRow { point: Id<HelpPointTag>, language: String }
}

row! {
    struct ServiceRow {
        id: Id<ServiceTag>,
        point: Id<HelpPointTag>,
        name: String,
        description: String,
        booking: String,
        status: String,
    }
}

row! {
    struct TopicRow { service: Id<ServiceTag>, topic: String }
}

row! {
    struct HoursRow {
        id: Uuid,
        point: Id<HelpPointTag>,
        freq: String,
        repeat_every: i64,
        byday: String,
        bymonthday: String,
        valid_from: Option<Date>,
        valid_to: Option<Date>,
        dtstart: Option<Date>,
        opens_at: Time,
        closes_at: Time,
        open_on_holidays: bool,
        note: String,
    }
}

row! {
    struct ClosedRow {
        id: Uuid,
        point: Id<HelpPointTag>,
        date_from: Date,
        date_to: Date,
        opens_at: Option<Time>,
        closes_at: Option<Time>,
        reason: String,
    }
}

row! {
    struct Revision { revision: i64 }
}

/// The revision of the directory as it stands.
pub(crate) async fn revision(tx: &Tx) -> Result<i64, DbError> {
    let row: Option<Revision> =
        tx.optional("select revision from help_revision where id = 1", params![]).await?;
    Ok(row.map_or(0, |row| row.revision))
}

/// Tells every node that the directory has changed.
pub(crate) async fn raise_revision(tx: &Tx) -> Result<(), DbError> {
    tx.run("update help_revision set revision = revision + 1 where id = 1", params![]).await?;
    Ok(())
}

/// Every help point, by name.
pub(crate) async fn points(tx: &Tx) -> Result<Vec<HelpPoint>, DbError> {
    load(tx, "", "", Vec::new).await
}

/// The help points of one organisation, by name.
pub(crate) async fn points_of(tx: &Tx, organisation: Id<OrganisationTag>) -> Result<Vec<HelpPoint>, DbError> {
    let of = "where organisation = $1";
    load(tx, of, "where point in (select id from help_point where organisation = $1)", || {
        params![organisation]
    })
    .await
}

/// The help points that have closed for good, by name: those that the directory leaves out.
pub(crate) async fn closed_points(tx: &Tx) -> Result<Vec<HelpPoint>, DbError> {
    let closed = "where status = 'closed'";
    load(tx, closed, "where point in (select id from help_point where status = 'closed')", Vec::new).await
}

/// One help point.
pub(crate) async fn point(tx: &Tx, id: Id<HelpPointTag>) -> Result<Option<HelpPoint>, DbError> {
    Ok(load(tx, "where id = $1", "where point = $1", || params![id]).await?.pop())
}

/// Keeps other writers from a help point until the work ends, and says which version it stands at.
pub(crate) async fn lock(tx: &Tx, id: Id<HelpPointTag>) -> Result<Option<i64>, DbError> {
    row! { struct Version { version: i64 } }
    let row: Option<Version> =
        tx.optional_for_update("select version from help_point where id = $1", params![id]).await?;
    Ok(row.map(|row| row.version))
}

async fn load(
    tx: &Tx,
    of_points: &str,
    of_parts: &str,
    params: impl Fn() -> Vec<store::Value>,
) -> Result<Vec<HelpPoint>, DbError> {
    let points: Vec<PointRow> = tx
        .all(
            &format!(
                "select id, organisation, kind, name, description, municipality_code, street, postcode, lat, lon,
                        precise, phone, email, website, step_free, national, status, assured_date, assured_by,
                        examples, source, version
                 from help_point {of_points}
                 order by name, id"
            ),
            params(),
        )
        .await?;
    let languages: Vec<LanguageRow> =
        tx.all(&format!("select point, language from help_point_language {of_parts}"), params()).await?;
    let services: Vec<ServiceRow> = tx
        .all(
            &format!(
                "select id, point, name, description, booking, status
                 from help_service {of_parts}
                 order by position, id"
            ),
            params(),
        )
        .await?;
    let topics: Vec<TopicRow> = tx
        .all(
            &format!(
                "select service, topic from help_service_topic
                 where service in (select id from help_service {of_parts})"
            ),
            params(),
        )
        .await?;
    let hours: Vec<HoursRow> = tx
        .all(
            &format!(
                "select id, point, freq, repeat_every, byday, bymonthday, valid_from, valid_to, dtstart,
                        opens_at, closes_at, open_on_holidays, note
                 from help_hours {of_parts}
                 order by opens_at, id"
            ),
            params(),
        )
        .await?;
    let exceptions: Vec<ClosedRow> = tx
        .all(
            &format!(
                "select id, point, date_from, date_to, opens_at, closes_at, reason
                 from help_exception {of_parts}
                 order by date_from, id"
            ),
            params(),
        )
        .await?;
    assemble(points, languages, services, topics, hours, exceptions)
}

fn assemble(
    points: Vec<PointRow>,
    languages: Vec<LanguageRow>,
    services: Vec<ServiceRow>,
    topics: Vec<TopicRow>,
    hours: Vec<HoursRow>,
    exceptions: Vec<ClosedRow>,
) -> Result<Vec<HelpPoint>, DbError> {
    let mut whole: Vec<HelpPoint> = points.into_iter().map(PointRow::point).collect::<Result<_, _>>()?;
    let place: HashMap<Id<HelpPointTag>, usize> =
        whole.iter().enumerate().map(|(at, point)| (point.id, at)).collect();
    let mut topics_of: HashMap<Id<ServiceTag>, Vec<Topic>> = HashMap::new();
    for row in topics {
        topics_of.entry(row.service).or_default().push(known("topic", &row.topic, Topic::from_code)?);
    }
    for row in languages {
        if let Some(&at) = place.get(&row.point) {
            whole[at].languages.insert(row.language);
        }
    }
    for row in services {
        if let Some(&at) = place.get(&row.point) {
            let topics = topics_of.remove(&row.id).unwrap_or_default();
            whole[at].services.push(row.service(topics)?);
        }
    }
    for row in hours {
        if let Some(&at) = place.get(&row.point) {
            whole[at].rules.push(RuleRow { id: row.id, rule: row.rule()? });
        }
    }
    for row in exceptions {
        if let Some(&at) = place.get(&row.point) {
            whole[at].exceptions.push(ExceptionRow { id: row.id, exception: row.exception() });
        }
    }
    Ok(whole)
}

fn known<T>(column: &str, code: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<T, DbError> {
    from_code(code).ok_or_else(|| DbError::Column {
        column: column.to_owned(),
        why: format!("{code:?} is not one of its values"),
    })
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|item| !item.is_empty())
}

impl PointRow {
    fn point(self) -> Result<HelpPoint, DbError> {
        let examples = listed(&self.examples)
            .map(|code| known("examples", code, crate::model::Example::from_code))
            .collect::<Result<_, _>>()?;
        Ok(HelpPoint {
            id: self.id,
            organisation: self.organisation,
            kind: known("kind", &self.kind, Kind::from_code)?,
            name: self.name,
            description: self.description,
            municipality_code: self.municipality_code,
            street: self.street,
            postcode: self.postcode,
            position: self.lat.zip(self.lon).and_then(|(lat, lon)| Position::new(lat, lon).ok()),
            precise: self.precise,
            phone: self.phone,
            email: self.email,
            website: self.website,
            step_free: known("step_free", &self.step_free, StepFree::from_code)?,
            national: self.national,
            status: known("status", &self.status, Status::from_code)?,
            assured: self.assured_date.map(|date| Assured { date, by: self.assured_by.unwrap_or_default() }),
            examples,
            source: self.source,
            version: self.version,
            languages: Default::default(),
            services: Vec::new(),
            rules: Vec::new(),
            exceptions: Vec::new(),
        })
    }
}

impl ServiceRow {
    fn service(self, topics: Vec<Topic>) -> Result<Service, DbError> {
        Ok(Service {
            id: self.id,
            name: self.name,
            description: self.description,
            booking: known("booking", &self.booking, Booking::from_code)?,
            status: known("status", &self.status, ServiceStatus::from_code)?,
            topics: topics.into_iter().collect(),
        })
    }
}

impl HoursRow {
    fn rule(&self) -> Result<Rule, DbError> {
        let wrong = |column: &str, why: String| DbError::Column { column: column.to_owned(), why };
        let freq = if self.freq == "MONTHLY" { Freq::Monthly } else { Freq::Weekly };
        let bymonthday = listed(&self.bymonthday)
            .map(|day| day.parse().map_err(|_| wrong("bymonthday", format!("{day:?} is not a day"))))
            .collect::<Result<_, _>>()?;
        Ok(Rule {
            freq,
            interval: u32::try_from(self.repeat_every).unwrap_or(1),
            byday: if self.byday.is_empty() {
                Vec::new()
            } else {
                Rule::parse_byday(&self.byday).map_err(|error| wrong("byday", error.to_string()))?
            },
            bymonthday,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            dtstart: self.dtstart,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            open_on_holidays: self.open_on_holidays,
            note: (!self.note.is_empty()).then(|| self.note.clone()),
        })
    }
}

impl ClosedRow {
    fn exception(self) -> Exception {
        let hours = match (self.opens_at, self.closes_at) {
            (Some(opens_at), Some(closes_at)) => ExceptionHours::Open { opens_at, closes_at },
            _ => ExceptionHours::Closed,
        };
        Exception { date_from: self.date_from, date_to: self.date_to, hours, reason: self.reason }
    }
}

/// Puts a whole help point in the place of whatever was there, and raises the revision. The caller has locked
/// the row if there was one, and has set the version.
pub(crate) async fn put(tx: &Tx, point: &HelpPoint) -> Result<(), DbError> {
    raise_revision(tx).await?;
    insert(tx, point).await
}

/// As [`put`], for many at once: the caller raises the revision itself.
pub(crate) async fn insert(tx: &Tx, point: &HelpPoint) -> Result<(), DbError> {
    let p = point;
    let examples: Vec<&str> = p.examples.iter().map(|part| part.code()).collect();
    tx.run(
        "insert into help_point (id, organisation, kind, name, description, municipality_code, street, postcode,
             lat, lon, precise, phone, email, website, step_free, national, status, assured_date, assured_by,
             examples, source, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
         on conflict (id) do update set
             organisation = excluded.organisation, kind = excluded.kind, name = excluded.name,
             description = excluded.description, municipality_code = excluded.municipality_code,
             street = excluded.street, postcode = excluded.postcode, lat = excluded.lat, lon = excluded.lon,
             precise = excluded.precise, phone = excluded.phone, email = excluded.email,
             website = excluded.website, step_free = excluded.step_free, national = excluded.national,
             status = excluded.status, assured_date = excluded.assured_date, assured_by = excluded.assured_by,
             examples = excluded.examples, source = excluded.source, version = excluded.version",
        params![
            p.id,
            p.organisation,
            p.kind.code(),
            &p.name,
            &p.description,
            p.municipality_code.as_deref(),
            p.street.as_deref(),
            p.postcode.as_deref(),
            p.position.map(Position::lat),
            p.position.map(Position::lon),
            p.precise,
            p.phone.as_deref(),
            p.email.as_deref(),
            p.website.as_deref(),
            p.step_free.code(),
            p.national,
            p.status.code(),
            p.assured.as_ref().map(|assured| assured.date),
            p.assured.as_ref().map(|assured| assured.by.as_str()),
            examples.join(","),
            &p.source,
            p.version
        ],
    )
    .await?;
    clear_parts(tx, p.id).await?;
    insert_parts(tx, p).await
}

async fn clear_parts(tx: &Tx, id: Id<HelpPointTag>) -> Result<(), DbError> {
    for sql in [
        "delete from help_point_language where point = $1",
        "delete from help_service_topic where service in (select id from help_service where point = $1)",
        "delete from help_service where point = $1",
        "delete from help_hours where point = $1",
        "delete from help_exception where point = $1",
    ] {
        tx.run(sql, params![id]).await?;
    }
    Ok(())
}

async fn insert_parts(tx: &Tx, point: &HelpPoint) -> Result<(), DbError> {
    for language in &point.languages {
        tx.run(
            "insert into help_point_language (point, language) values ($1, $2)",
            params![point.id, language],
        )
        .await?;
    }
    for (position, service) in point.services.iter().enumerate() {
        insert_service(tx, point.id, service, i64::try_from(position).unwrap_or(i64::MAX)).await?;
    }
    for row in &point.rules {
        insert_rule(tx, point.id, row).await?;
    }
    for row in &point.exceptions {
        let (opens_at, closes_at) = match row.exception.hours {
            ExceptionHours::Closed => (None, None),
            ExceptionHours::Open { opens_at, closes_at } => (Some(opens_at), Some(closes_at)),
        };
        tx.run(
            "insert into help_exception (id, point, date_from, date_to, opens_at, closes_at, reason)
             values ($1, $2, $3, $4, $5, $6, $7)",
            params![
                row.id,
                point.id,
                row.exception.date_from,
                row.exception.date_to,
                opens_at,
                closes_at,
                &row.exception.reason
            ],
        )
        .await?;
    }
    Ok(())
}

async fn insert_service(
    tx: &Tx,
    point: Id<HelpPointTag>,
    service: &Service,
    position: i64,
) -> Result<(), DbError> {
    tx.run(
        "insert into help_service (id, point, name, description, booking, status, position)
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            service.id,
            point,
            &service.name,
            &service.description,
            service.booking.code(),
            service.status.code(),
            position
        ],
    )
    .await?;
    for topic in &service.topics {
        tx.run(
            "insert into help_service_topic (service, topic) values ($1, $2)",
            params![service.id, topic.code()],
        )
        .await?;
    }
    Ok(())
}

async fn insert_rule(tx: &Tx, point: Id<HelpPointTag>, row: &RuleRow) -> Result<(), DbError> {
    let rule = &row.rule;
    let byday: Vec<String> = rule.byday.iter().map(ToString::to_string).collect();
    let bymonthday: Vec<String> = rule.bymonthday.iter().map(ToString::to_string).collect();
    let freq = match rule.freq {
        Freq::Weekly => "WEEKLY",
        Freq::Monthly => "MONTHLY",
    };
    tx.run(
        "insert into help_hours (id, point, freq, repeat_every, byday, bymonthday, valid_from, valid_to, dtstart,
             opens_at, closes_at, open_on_holidays, note)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            row.id,
            point,
            freq,
            i64::from(rule.interval),
            byday.join(","),
            bymonthday.join(","),
            rule.valid_from,
            rule.valid_to,
            rule.dtstart,
            rule.opens_at,
            rule.closes_at,
            rule.open_on_holidays,
            rule.note.as_deref().unwrap_or_default()
        ],
    )
    .await?;
    Ok(())
}
