//! The place register: municipalities and postcodes as `data/denmark` has them.

use basics::Position;
use gazetteer::{Gazetteer, Municipality, Postcode};
use realm::Work;
use store::{DbError, Tx, params, row};

/// A file of the place register cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// A row cannot be read.
    #[error("{file}, row {row}: {why}")]
    Row {
        /// The file.
        file: &'static str,
        /// The row, counting the heading as 1.
        row: usize,
        /// What is wrong.
        why: String,
    },
    /// The database refused.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Puts the place register into the realm, over whatever stands there: how many municipalities and postcodes.
///
/// # Errors
/// At the first row that cannot be read; then the work must not be committed.
pub async fn load_places(
    work: &mut Work<'_>,
    municipalities_csv: &str,
    postcodes_csv: &str,
) -> Result<(usize, usize), PlaceError> {
    let municipalities = rows("municipalities.csv", municipalities_csv, 8)?;
    let postcodes = rows("postcodes.csv", postcodes_csv, 8)?;
    for (number, m) in municipalities.iter().enumerate() {
        let (lat, lon) = position("municipalities.csv", number, &m[4], &m[5])?;
        work.tx()
            .run(
                "insert into help_municipality (code, name, region, seat, lat, lon, source, checked)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)
                 on conflict (code) do update set name = excluded.name, region = excluded.region,
                     seat = excluded.seat, lat = excluded.lat, lon = excluded.lon,
                     source = excluded.source, checked = excluded.checked",
                params![&m[0], &m[1], &m[2], &m[3], lat, lon, &m[6], &m[7]],
            )
            .await?;
    }
    for (number, p) in postcodes.iter().enumerate() {
        let (lat, lon) = position("postcodes.csv", number, &p[3], &p[4])?;
        work.tx()
            .run(
                "insert into help_postcode (code, town, municipality_codes, lat, lon, precise, source, checked)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)
                 on conflict (code) do update set town = excluded.town,
                     municipality_codes = excluded.municipality_codes, lat = excluded.lat, lon = excluded.lon,
                     precise = excluded.precise, source = excluded.source, checked = excluded.checked",
                params![&p[0], &p[1], &p[2], lat, lon, &p[5] != "municipality", &p[6], &p[7]],
            )
            .await?;
    }
    crate::sql::raise_revision(work.tx()).await?;
    Ok((municipalities.len(), postcodes.len()))
}

fn rows(file: &'static str, text: &str, columns: usize) -> Result<Vec<csv::StringRecord>, PlaceError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let wrong = |why: String| PlaceError::Row { file, row: number + 2, why };
        let record = record.map_err(|error| wrong(error.to_string()))?;
        if record.len() != columns {
            return Err(wrong(format!("it has {} columns, not {columns}", record.len())));
        }
        rows.push(record);
    }
    Ok(rows)
}

fn position(file: &'static str, number: usize, lat: &str, lon: &str) -> Result<(f64, f64), PlaceError> {
    let wrong = |why: String| PlaceError::Row { file, row: number + 2, why };
    let number_of = |text: &str| text.parse::<f64>().map_err(|_| wrong(format!("{text:?} is not a number")));
    let position =
        Position::new(number_of(lat)?, number_of(lon)?).map_err(|error| wrong(error.to_string()))?;
    Ok((position.lat(), position.lon()))
}

row! {
    struct MunicipalityRow { code: String, name: String, region: String, seat: String, lat: f64, lon: f64 }
}

row! {
    struct PostcodeRow { code: String, town: String, municipality_codes: String, lat: f64, lon: f64, precise: bool }
}

/// The place register of a realm.
#[derive(Debug)]
pub struct Places {
    /// Municipalities by code.
    pub municipalities: Vec<Municipality>,
    /// Postcodes in order.
    pub postcodes: Vec<Postcode>,
    /// Both, ready to understand what people type.
    pub gazetteer: Gazetteer,
}

impl Places {
    /// The name of a municipality.
    #[must_use]
    pub fn municipality(&self, code: &str) -> Option<&Municipality> {
        self.municipalities.iter().find(|municipality| municipality.code == code)
    }

    /// A postcode.
    #[must_use]
    pub fn postcode(&self, code: &str) -> Option<&Postcode> {
        self.postcodes.iter().find(|postcode| postcode.code == code)
    }
}

/// Reads the place register.
///
/// # Errors
/// When the database does not answer.
pub async fn places(tx: &Tx) -> Result<Places, DbError> {
    let municipalities: Vec<MunicipalityRow> = tx
        .all("select code, name, region, seat, lat, lon from help_municipality order by code", params![])
        .await?;
    let postcodes: Vec<PostcodeRow> = tx
        .all(
            "select code, town, municipality_codes, lat, lon, precise from help_postcode order by code",
            params![],
        )
        .await?;
    let municipalities: Vec<Municipality> = municipalities
        .into_iter()
        .filter_map(|m| {
            let position = Position::new(m.lat, m.lon).ok()?;
            Some(Municipality { code: m.code, name: m.name, region: m.region, seat: m.seat, position })
        })
        .collect();
    let postcodes: Vec<Postcode> = postcodes
        .into_iter()
        .filter_map(|p| {
            let municipality_codes = p.municipality_codes.split([';', ' ', ',']).map(str::to_owned).collect();
            let position = Position::new(p.lat, p.lon).ok()?;
            Some(Postcode { code: p.code, town: p.town, municipality_codes, position, precise: p.precise })
        })
        .collect();
    let gazetteer = Gazetteer::new(&municipalities, &postcodes);
    Ok(Places { municipalities, postcodes, gazetteer })
}
