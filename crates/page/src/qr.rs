//! An address as a code to scan, drawn as squares: as SVG, so that a page needs no picture from anywhere.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around the code, as ISO/IEC 18004 wants them.
const QUIET: usize = 4;

/// A code for a page: `<svg viewBox="0 0 SIZE SIZE"><path d="PATH"/></svg>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Width and height, in modules.
    pub size: usize,
    /// The dark modules, as a path.
    pub path: String,
}

impl Qr {
    /// Draws a text; none where it is longer than a code can be.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (n, module) in code.to_colors().into_iter().enumerate() {
            if module == Color::Dark {
                let (x, y) = (n % width + QUIET, n / width + QUIET);
                path.push_str(&format!("M{x} {y}h1v1h-1z"));
            }
        }
        Some(Self { size: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_drawn_with_its_three_corners_and_an_edge_of_white() {
        let code =
            Qr::of("https://hjaelp.example.dk/staff/mandates/0190aa00-0000-7000-8000-000000000001").unwrap();
        let dark = |x: usize, y: usize| code.path.contains(&format!("M{x} {y}h1v1h-1z"));
        let last = code.size - QUIET - 1;
        // The corners of the three finder patterns; the fourth corner has none.
        assert!(dark(QUIET, QUIET) && dark(last, QUIET) && dark(QUIET, last));
        assert!((0..code.size).all(|n| !dark(n, QUIET - 1) && !dark(QUIET - 1, n)));
        assert!(Qr::of(&"x".repeat(3000)).is_none());
    }
}
