//! Eigenvalues of symmetric matrices by Jacobi's rotations, and what is built on them.

use super::Matrix;

/// The eigenvalues of a symmetric matrix, largest first, with their vectors as columns.
pub(crate) fn symmetric(matrix: &Matrix) -> (Vec<f64>, Matrix) {
    let n = matrix.rows();
    let mut a = matrix.clone();
    let mut vectors = Matrix::from_fn(n, n, |i, j| if i == j { 1.0 } else { 0.0 });
    for _ in 0..100 {
        let mut off = 0.0;
        let mut size = 0.0;
        for i in 0..n {
            for j in 0..n {
                size += a[(i, j)] * a[(i, j)];
                if i != j {
                    off += a[(i, j)] * a[(i, j)];
                }
            }
        }
        if off <= 1e-32 * size {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut a, &mut vectors, p, q);
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| a[(j, j)].total_cmp(&a[(i, i)]));
    let values = order.iter().map(|&i| a[(i, i)]).collect();
    let vectors = Matrix::from_fn(n, n, |i, j| vectors[(i, order[j])]);
    (values, vectors)
}

fn rotate(a: &mut Matrix, vectors: &mut Matrix, p: usize, q: usize) {
    let apq = a[(p, q)];
    if apq == 0.0 {
        return;
    }
    let theta = (a[(q, q)] - a[(p, p)]) / (2.0 * apq);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let t = if theta == 0.0 { 1.0 } else { t };
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for k in 0..a.rows() {
        let (akp, akq) = (a[(k, p)], a[(k, q)]);
        a[(k, p)] = c * akp - s * akq;
        a[(k, q)] = s * akp + c * akq;
    }
    for k in 0..a.rows() {
        let (apk, aqk) = (a[(p, k)], a[(q, k)]);
        a[(p, k)] = c * apk - s * aqk;
        a[(q, k)] = s * apk + c * aqk;
        let (vkp, vkq) = (vectors[(k, p)], vectors[(k, q)]);
        vectors[(k, p)] = c * vkp - s * vkq;
        vectors[(k, q)] = s * vkp + c * vkq;
    }
}

/// The solution of least size of `matrix x = right` (Moore and Penrose), for a symmetric matrix that may be singular.
pub(crate) fn solve_least(matrix: &Matrix, right: &[f64]) -> Vec<f64> {
    let n = matrix.rows();
    let scale: Vec<f64> =
        matrix.diagonal().iter().map(|&d| if d > 0.0 { 1.0 / d.sqrt() } else { 0.0 }).collect();
    let scaled = Matrix::from_fn(n, n, |i, j| matrix[(i, j)] * scale[i] * scale[j]);
    let (values, vectors) = symmetric(&scaled);
    let limit = values.first().copied().unwrap_or(0.0) * 1e-11;
    let scaled_right: Vec<f64> = right.iter().zip(&scale).map(|(r, s)| r * s).collect();
    let mut solution = vec![0.0; n];
    for (k, &value) in values.iter().enumerate() {
        if value > limit {
            let along: f64 = (0..n).map(|i| vectors[(i, k)] * scaled_right[i]).sum::<f64>() / value;
            for (i, to) in solution.iter_mut().enumerate() {
                *to += along * vectors[(i, k)];
            }
        }
    }
    solution.iter().zip(&scale).map(|(x, s)| x * s).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eigenvalues_of_a_known_matrix() {
        let matrix = Matrix::from_fn(3, 3, |i, j| {
            if i == j {
                2.0
            } else if i.abs_diff(j) == 1 {
                -1.0
            } else {
                0.0
            }
        });
        let (values, _) = symmetric(&matrix);
        for (value, expected) in values.iter().zip([2.0 + 2.0_f64.sqrt(), 2.0, 2.0 - 2.0_f64.sqrt()]) {
            assert!((value - expected).abs() < 1e-14);
        }
    }

    #[test]
    fn a_redundant_equation_is_no_obstacle() {
        let matrix = Matrix::from_fn(2, 2, |_, _| 3.0);
        let solution = solve_least(&matrix, &[6.0, 6.0]);
        assert!((solution[0] - 1.0).abs() < 1e-12 && (solution[1] - 1.0).abs() < 1e-12);
    }
}
