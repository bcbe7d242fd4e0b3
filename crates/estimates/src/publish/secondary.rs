//! Hiding more, so that what is hidden does not follow from sums.

/// Whether a cell may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It may.
    Yes,
    /// It stands for too few people.
    TooFew,
    /// It would give away another.
    ForOthers,
}

/// A cell that is the sum of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The number of the cell that is the sum.
    pub total: usize,
    /// The numbers of the cells that it is the sum of.
    pub parts: Vec<usize>,
}

pub(crate) fn protect(rows: &[usize], sums: &[Sum], least: usize) -> Vec<Shown> {
    let mut shown: Vec<Shown> =
        rows.iter().map(|&n| if n < least { Shown::TooFew } else { Shown::Yes }).collect();
    loop {
        let exposed = sums
            .iter()
            .find(|sum| too_small_together(sum, rows, &shown, least))
            .cloned()
            .or_else(|| follows(sums, &shown));
        let Some(sum) = exposed else { return shown };
        let is_total = |cell: usize| sums.iter().any(|sum| sum.total == cell);
        let smallest = sum
            .parts
            .iter()
            .chain([&sum.total])
            .copied()
            .filter(|&cell| shown[cell] == Shown::Yes)
            // a part before a sum, the smaller before the larger
            .min_by_key(|&cell| (cell == sum.total, is_total(cell), rows[cell], cell));
        let Some(cell) = smallest else { return shown };
        shown[cell] = Shown::ForOthers;
    }
}

/// The hidden parts of a shown sum are known together, and must be enough together.
fn too_small_together(sum: &Sum, rows: &[usize], shown: &[Shown], least: usize) -> bool {
    let hidden = || sum.parts.iter().filter(|&&part| shown[part] != Shown::Yes);
    shown[sum.total] == Shown::Yes
        && hidden().next().is_some()
        && (hidden().count() == 1 || hidden().map(|&part| rows[part]).sum::<usize>() < least)
        && hidden().count() < sum.parts.len()
}

/// A sum by way of which a hidden cell follows from what is shown, if there is one: the hidden cells are the unknowns of
/// the sums, and a sum of sums may leave one of them alone.
fn follows(sums: &[Sum], shown: &[Shown]) -> Option<Sum> {
    let hidden: Vec<usize> = (0..shown.len()).filter(|&cell| shown[cell] != Shown::Yes).collect();
    let place = |cell: usize| hidden.binary_search(&cell).ok();
    let mut table: Vec<Vec<f64>> = Vec::new();
    for sum in sums {
        let mut row = vec![0.0; hidden.len()];
        for &part in &sum.parts {
            if let Some(at) = place(part) {
                row[at] += 1.0;
            }
        }
        if let Some(at) = place(sum.total) {
            row[at] -= 1.0;
        }
        if row.iter().any(|v| *v != 0.0) {
            table.push(row);
        }
    }
    let mut done = 0;
    for column in 0..hidden.len() {
        let Some(pivot) = (done..table.len()).find(|&row| table[row][column].abs() > 1e-9) else { continue };
        table.swap(done, pivot);
        let lead = table[done].clone();
        for (at, row) in table.iter_mut().enumerate() {
            let factor = if at == done { 0.0 } else { row[column] / lead[column] };
            if factor != 0.0 {
                for (to, value) in row.iter_mut().zip(&lead) {
                    *to -= factor * value;
                }
            }
        }
        done += 1;
    }
    let alone = |row: &&Vec<f64>| row.iter().filter(|v| v.abs() > 1e-9).count() == 1;
    // of the cells that follow, the first with a sum in which something can still be hidden
    table[..done].iter().filter(alone).find_map(|row| {
        let cell = hidden[row.iter().position(|v| v.abs() > 1e-9)?];
        let open = |sum: &&Sum| sum.parts.iter().chain([&sum.total]).any(|&other| shown[other] == Shown::Yes);
        let own = sums.iter().find(|sum| (sum.parts.contains(&cell) || sum.total == cell) && open(sum));
        own.or_else(|| sums.iter().find(open)).cloned()
    })
}
