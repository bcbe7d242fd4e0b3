//! An invented survey of any size, to measure with: 175 strata of 40 clusters, 35 domains of region and age. The same number
//! of rows gives the same bytes.

use std::io::Write as _;
use std::path::Path;

use crate::Error;

const STRATA: u64 = 175;
const CLUSTERS: u64 = 40;
const REGIONS: [&str; 5] = ["081", "082", "083", "084", "085"];
const AGES: [&str; 7] = ["15-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-89"];

/// SplitMix64: numbers that look like chance, and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, count: u64) -> u64 {
        self.next() % count
    }
}

/// Writes a survey of so many rows, and beside it the margins of its population, `margin,category,total`.
///
/// # Errors
/// A file that cannot be written.
pub fn generate(rows: u64, data: &Path, margins: &Path) -> Result<(), Error> {
    let refuse = |why| Error::file(data, why);
    let mut out = std::io::BufWriter::with_capacity(1 << 18, std::fs::File::create(data).map_err(refuse)?);
    let mut numbers = Numbers(2024);
    let mut sums = [[0.0; 5]; 3];
    writeln!(out, "stratum,psu,weight,region,age_group,sex,education,need,uses,hours,contacts")
        .map_err(refuse)?;
    for row in 0..rows {
        let psu = row % (STRATA * CLUSTERS);
        let stratum = psu / CLUSTERS;
        let region = (stratum % 5) as usize;
        let age = numbers.below(7);
        let (sex, education) = (1 + numbers.below(2), 1 + numbers.below(4));
        let weight = 100.0 + (numbers.part() * 30_000.0).round() / 100.0;
        let slope = 0.06 * age as f64 + 0.03 * sex as f64 - 0.02 * education as f64 + 0.01 * (psu % 7) as f64;
        let need = u8::from(numbers.part() < 0.05 + slope.max(0.0));
        let uses = u8::from(numbers.part() < 0.95 - 0.05 * age as f64);
        let hours = (numbers.part() * 400.0).round() / 10.0 + (6 - age) as f64;
        let contacts = numbers.below(12);
        writeln!(
            out,
            "s{stratum:03},{psu},{weight},{},{},{sex},{education},{need},{uses},{hours:.1},{contacts}",
            REGIONS[region], AGES[age as usize]
        )
        .map_err(refuse)?;
        for (sums, cell) in sums.iter_mut().zip([region, (sex - 1) as usize, (education - 1) as usize]) {
            sums[cell] += weight;
        }
    }
    out.flush().map_err(refuse)?;
    let refuse = |why| Error::file(margins, why);
    let mut out = std::io::BufWriter::new(std::fs::File::create(margins).map_err(refuse)?);
    writeln!(out, "margin,category,total").map_err(refuse)?;
    let names: [(&str, Vec<String>); 3] = [
        ("region", REGIONS.map(str::to_owned).to_vec()),
        ("sex", vec!["1".to_owned(), "2".to_owned()]),
        ("education", (1..=4).map(|level| level.to_string()).collect()),
    ];
    for ((name, categories), sums) in names.iter().zip(&sums) {
        // a population that is a little unlike the sample, of one size
        let whole: f64 = sums.iter().sum();
        let wanted: Vec<f64> = (0_u32..)
            .zip(categories)
            .map(|(at, _)| sums[at as usize] * (1.0 + 0.03 * f64::from(at)))
            .collect();
        let scale = whole / wanted.iter().sum::<f64>();
        for (category, total) in categories.iter().zip(&wanted) {
            writeln!(out, "{name},{category},{}", total * scale).map_err(refuse)?;
        }
    }
    out.flush().map_err(refuse)
}
