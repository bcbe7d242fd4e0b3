//! Hadamard matrices: half-samples that balance one another (Plackett and Burman 1946).

/// A Hadamard matrix of the smallest order above `at_least` that doubling and Paley's construction reach: `true` is +1.
/// Its first row and column are all +1.
pub(crate) fn hadamard(at_least: usize) -> Vec<Vec<bool>> {
    let mut order = 4;
    loop {
        if order > at_least
            && let Some(matrix) = of_order(order)
        {
            return matrix;
        }
        order += 4;
    }
}

fn of_order(order: usize) -> Option<Vec<Vec<bool>>> {
    if order == 1 {
        return Some(vec![vec![true]]);
    }
    if order == 2 {
        return Some(vec![vec![true, true], vec![true, false]]);
    }
    if order.is_multiple_of(4) && is_prime(order - 1) {
        return Some(paley(order - 1));
    }
    if order.is_multiple_of(2) {
        let half = of_order(order / 2)?;
        let n = half.len();
        return Some(
            (0..order)
                .map(|i| (0..order).map(|j| half[i % n][j % n] != (i >= n && j >= n)).collect())
                .collect(),
        );
    }
    None
}

fn is_prime(n: usize) -> bool {
    n > 1 && (2..).take_while(|d| d * d <= n).all(|d| !n.is_multiple_of(d))
}

/// From the squares modulo a prime `q` that leaves 3 when divided by 4; order `q + 1`.
fn paley(q: usize) -> Vec<Vec<bool>> {
    let mut square = vec![false; q];
    for x in 1..q {
        square[x * x % q] = true;
    }
    (0..=q)
        .map(|i| {
            (0..=q)
                .map(|j| match (i, j) {
                    (0, _) | (_, 0) => true,
                    _ if i == j => false,
                    _ => square[(j + q - i) % q],
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_balanced_against_one_another() {
        for at_least in [1, 3, 4, 7, 11, 12, 19, 27, 35, 60, 100] {
            let matrix = hadamard(at_least);
            assert!(matrix.len() > at_least);
            assert!(matrix[0].iter().all(|sign| *sign));
            for i in 0..matrix.len() {
                for j in 0..i {
                    let same = matrix[i].iter().zip(&matrix[j]).filter(|(a, b)| a == b).count();
                    assert_eq!(2 * same, matrix.len(), "rows {i} and {j} of {}", matrix.len());
                }
            }
        }
    }
}
