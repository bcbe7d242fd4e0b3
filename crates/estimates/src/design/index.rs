//! The design of a file, looked up once: which unit, stratum and weight each row has.

use super::Design;
use super::stage::{Codes, Stage};
use crate::{Error, Frame};

/// The design of a file.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) stages: Vec<Stage>,
    /// Whether later stages count: only if population sizes are known.
    pub(crate) later_stages: bool,
    /// The units of the first stage, by stratum: where each stratum begins in `units_by_stratum`.
    pub(crate) begins: Vec<usize>,
    pub(crate) units_by_stratum: Vec<u32>,
}

impl Index {
    /// Looks up the design and the weights that it gives.
    pub(crate) fn new(design: &Design, frame: &Frame) -> Result<(Self, Vec<f64>), Error> {
        let rows = frame.rows();
        if rows == 0 {
            return Err(Error::NoRows);
        }
        let stage_count = design.units.len().max(1);
        for (what, given) in [("strata", design.strata.len()), ("population sizes", design.populations.len())]
        {
            if given > stage_count {
                return Err(Error::Stages { what, given, stages: stage_count });
            }
        }
        let mut stages = stages(design, frame)?;
        if let [stage, ..] = stages.as_slice()
            && stage.units() == 1
            && rows > 1
        {
            return Err(Error::OneUnit(design.units.first().cloned().unwrap_or_default()));
        }
        set_populations(design, frame, &mut stages)?;
        let weights = weights(design, frame, &stages)?;

        let first = &stages[0];
        let mut begins = vec![0; first.strata.len() + 1];
        for (h, stratum) in first.strata.iter().enumerate() {
            begins[h + 1] = begins[h] + stratum.sampled;
        }
        let mut next = begins.clone();
        let mut units_by_stratum = vec![0; first.units()];
        for (unit, &stratum) in first.stratum_of.iter().enumerate() {
            units_by_stratum[next[stratum as usize]] =
                u32::try_from(unit).expect("units are numbered by u32");
            next[stratum as usize] += 1;
        }
        let later_stages = stages.len() > 1 && !design.populations.is_empty();
        Ok((Self { stages, later_stages, begins, units_by_stratum }, weights))
    }

    pub(crate) fn first(&self) -> &Stage {
        &self.stages[0]
    }

    /// The units of a stratum of the first stage.
    pub(crate) fn units_of(&self, stratum: usize) -> &[u32] {
        &self.units_by_stratum[self.begins[stratum]..self.begins[stratum + 1]]
    }
}

/// Units are nested in units of the stage before, strata in the same; with `nested`, units also in strata.
fn stages(design: &Design, frame: &Frame) -> Result<Vec<Stage>, Error> {
    let rows = frame.rows();
    let strata: Vec<Codes> =
        design.strata.iter().map(|name| Codes::of(frame, name)).collect::<Result<_, _>>()?;
    if design.units.is_empty() {
        let stratum = strata.into_iter().next().unwrap_or_else(|| Codes::same(rows, "of all rows"));
        return Ok(vec![Stage::new(None, stratum)?]);
    }
    let mut stages = Vec::new();
    let mut above: Option<Codes> = None;
    for (level, name) in design.units.iter().enumerate() {
        let mut unit = Codes::of(frame, name)?;
        let own = strata.get(level).or(strata.last());
        let mut stratum = own.cloned().unwrap_or_else(|| Codes::same(rows, "of all rows"));
        if design.nested
            && let Some(own) = own
        {
            unit = own.crossed(&unit);
        }
        if let Some(above) = &above {
            unit = above.crossed(&unit);
            stratum = above.crossed(&stratum);
        }
        stages.push(Stage::new(Some(unit.clone()), stratum)?);
        above = Some(unit);
    }
    Ok(stages)
}

fn set_populations(design: &Design, frame: &Frame, stages: &mut [Stage]) -> Result<(), Error> {
    let mut columns = Vec::new();
    for name in &design.populations {
        columns.push((name, present(frame, name)?));
    }
    let Some((_, first)) = columns.first() else { return Ok(()) };
    // values of exactly 1 are both: a fraction of one, and one unit
    let fraction_like = |value: f64| value < 1.0;
    let fractions = columns.iter().any(|(_, values)| values.iter().any(|&v| fraction_like(v)))
        || first.iter().all(|&value| value == 1.0);
    for (name, values) in &columns {
        if let Some(row) = values.iter().position(|&value| if fractions { value > 1.0 } else { value < 1.0 })
        {
            return Err(Error::PopulationMixed { variable: (*name).clone(), row: row + 1 });
        }
        if let Some(row) = values.iter().position(|&value| value <= 0.0) {
            return Err(Error::NegativeWeight {
                variable: (*name).clone(),
                value: values[row],
                row: row + 1,
            });
        }
    }
    for (stage, (_, values)) in stages.iter_mut().zip(&columns) {
        stage.set_populations(values, fractions)?;
    }
    Ok(())
}

fn weights(design: &Design, frame: &Frame, stages: &[Stage]) -> Result<Vec<f64>, Error> {
    let Some(name) = &design.weights else {
        let of_stage = |stage: &Stage, row: usize| {
            let stratum = &stage.strata[stage.stratum[row] as usize];
            if stratum.population.is_finite() { stratum.population / stratum.sampled as f64 } else { 1.0 }
        };
        return Ok((0..frame.rows())
            .map(|row| stages.iter().map(|stage| of_stage(stage, row)).product())
            .collect());
    };
    let values = present(frame, name)?;
    if let Some(row) = values.iter().position(|&value| value < 0.0) {
        return Err(Error::NegativeWeight { variable: name.clone(), value: values[row], row: row + 1 });
    }
    if values.iter().all(|&value| value == 0.0) {
        return Err(Error::ZeroWeights(name.clone()));
    }
    Ok(values.to_vec())
}

/// Numbers none of which is missing.
fn present<'f>(frame: &'f Frame, name: &str) -> Result<&'f [f64], Error> {
    let values = frame.numbers(name)?;
    match values.iter().position(|value| value.is_nan()) {
        None => Ok(values),
        Some(row) => Err(Error::MissingInDesign {
            variable: name.to_owned(),
            row: row + 1,
            count: values.iter().filter(|value| value.is_nan()).count(),
        }),
    }
}
