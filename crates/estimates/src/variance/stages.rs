//! What later stages of sampling add: the variance within the units of the stage before, when population sizes are known.

use std::collections::BTreeMap;

use super::{LonelyUnits, Rules};
use crate::design::Index;
use crate::{Error, Matrix};

/// `Σ (n/N) V(unit)` over the units of the first stage; V within a unit is built in the same way, stage by stage.
pub(crate) fn within_units(index: &Index, u: &Matrix, rules: Rules) -> Result<Matrix, Error> {
    let all: Vec<usize> = (0..u.rows()).collect();
    let mut total = Matrix::zero(u.columns(), u.columns());
    descend(index, u, rules, 0, &all, &mut total, 1.0)?;
    Ok(total)
}

fn descend(
    index: &Index,
    u: &Matrix,
    rules: Rules,
    level: usize,
    rows: &[usize],
    total: &mut Matrix,
    share: f64,
) -> Result<(), Error> {
    let stage = &index.stages[level];
    if index.stages.len() == level + 1 {
        return Ok(());
    }
    let mut by_unit: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &row in rows {
        by_unit.entry(stage.unit[row]).or_default().push(row);
    }
    for (unit, rows) in by_unit {
        let stratum = &stage.strata[stage.stratum_of[unit as usize] as usize];
        if stratum.population.is_finite() {
            let share = share * stratum.sampled as f64 / stratum.population;
            total.add_scaled(&between(index, u, rules, level + 1, &rows)?, share);
            descend(index, u, rules, level + 1, &rows, total, share)?;
        }
    }
    Ok(())
}

/// The variance between the units of one stage within one unit of the stage before.
fn between(index: &Index, u: &Matrix, rules: Rules, level: usize, rows: &[usize]) -> Result<Matrix, Error> {
    let stage = &index.stages[level];
    let columns = u.columns();
    let mut strata: BTreeMap<u32, BTreeMap<u32, Vec<f64>>> = BTreeMap::new();
    let mut sums = vec![0.0; columns];
    for &row in rows {
        let units = strata.entry(stage.stratum[row]).or_default();
        let unit = units.entry(stage.unit[row]).or_insert_with(|| vec![0.0; columns]);
        for ((to, all), value) in unit.iter_mut().zip(&mut sums).zip(u.row(row)) {
            *to += value;
            *all += value;
        }
    }
    let units: usize = strata.keys().map(|&h| stage.strata[h as usize].sampled).sum();
    let mut lonely = 0;
    let mut variance = Matrix::zero(columns, columns);
    for (h, sums_of) in &strata {
        let stratum = &stage.strata[*h as usize];
        if stratum.is_whole() {
            continue;
        }
        let n = stratum.sampled as f64;
        let mut centre = vec![0.0; columns];
        for unit in sums_of.values() {
            for (to, value) in centre.iter_mut().zip(unit) {
                *to += value / n;
            }
        }
        let mut scale = stratum.unsampled() * n / (n - 1.0);
        if stratum.sampled == 1 || (rules.in_domains && sums_of.len() == 1) {
            match rules.units {
                LonelyUnits::Fail if stratum.sampled == 1 => {
                    return Err(Error::LonelyUnit { stratum: stratum.label.clone() });
                }
                LonelyUnits::Certainty if stratum.sampled == 1 => continue,
                LonelyUnits::Fail | LonelyUnits::Certainty => {}
                LonelyUnits::Adjust => {
                    centre = sums.iter().map(|sum| sum / units as f64).collect();
                    if stratum.sampled == 1 {
                        scale = stratum.unsampled();
                    }
                }
                LonelyUnits::Average => {
                    lonely += 1;
                    continue;
                }
            }
        }
        let absent = (stratum.sampled - sums_of.len()) as f64;
        for i in 0..columns {
            for j in 0..columns {
                let seen: f64 = sums_of.values().map(|z| (z[i] - centre[i]) * (z[j] - centre[j])).sum();
                variance[(i, j)] += scale * (seen + absent * centre[i] * centre[j]);
            }
        }
    }
    if lonely > 0 {
        if lonely == strata.len() {
            return Err(Error::AllLonely);
        }
        let whole = variance.clone();
        variance.add_scaled(&whole, strata.len() as f64 / (strata.len() - lonely) as f64 - 1.0);
    }
    Ok(variance)
}
