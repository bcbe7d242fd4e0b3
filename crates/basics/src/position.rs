//! Where something is, and how far it is from there to somewhere else.

use serde::{Deserialize, Serialize};

/// Mean radius of the Earth in kilometres (IUGG R1).
const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A place on Earth, in WGS84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Degrees")]
pub struct Position {
    lat: f64,
    lon: f64,
}

/// Why two numbers are not a [`Position`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PositionError {
    /// Latitudes run from -90 to 90 degrees.
    #[error("latitude is not between -90 and 90 degrees")]
    Latitude,
    /// Longitudes run from -180 to 180 degrees.
    #[error("longitude is not between -180 and 180 degrees")]
    Longitude,
}

impl Position {
    /// The position at `lat` degrees north and `lon` degrees east.
    ///
    /// # Errors
    /// When either is outside its range or not a number.
    pub fn new(lat: f64, lon: f64) -> Result<Self, PositionError> {
        if !(-90.0..=90.0).contains(&lat) {
            return Err(PositionError::Latitude);
        }
        if !(-180.0..=180.0).contains(&lon) {
            return Err(PositionError::Longitude);
        }
        Ok(Self { lat, lon })
    }

    /// Degrees north of the equator.
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// Degrees east of Greenwich.
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Kilometres to `other` as the crow flies, by the haversine formula: within 0.6 % of the true distance.
    pub fn distance_km(self, other: Self) -> f64 {
        let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let across = self.lat.to_radians().cos() * other.lat.to_radians().cos();
        let h = half(other.lat - self.lat) + across * half(other.lon - self.lon);
        2.0 * EARTH_RADIUS_KM * h.clamp(0.0, 1.0).sqrt().asin()
    }

    /// The point on a sphere of radius one, as x, y, z. Nearest by straight line between such points is nearest on
    /// the ground, so an index can compare without trigonometry.
    pub fn unit_vector(self) -> [f64; 3] {
        let (lat, lon) = (self.lat.to_radians(), self.lon.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    }
}

/// What comes in from outside, before it is checked.
#[derive(Deserialize)]
struct Degrees {
    lat: f64,
    lon: f64,
}

impl TryFrom<Degrees> for Position {
    type Error = PositionError;

    fn try_from(degrees: Degrees) -> Result<Self, PositionError> {
        Self::new(degrees.lat, degrees.lon)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn somewhere() -> impl Strategy<Value = Position> {
        (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| Position::new(lat, lon).unwrap())
    }

    #[test]
    fn vejle_is_65_kilometres_from_aarhus_and_190_from_copenhagen() {
        let vejle = Position::new(55.7093, 9.5357).unwrap();
        let aarhus = Position::new(56.1572, 10.2107).unwrap();
        let copenhagen = Position::new(55.6761, 12.5683).unwrap();
        assert!((vejle.distance_km(aarhus) - 65.2).abs() < 0.5, "{}", vejle.distance_km(aarhus));
        assert!((vejle.distance_km(copenhagen) - 190.0).abs() < 1.0, "{}", vejle.distance_km(copenhagen));
    }

    #[test]
    fn one_degree_along_the_equator_is_a_hundred_and_eleven_kilometres() {
        let from = Position::new(0.0, 0.0).unwrap();
        let to = Position::new(0.0, 1.0).unwrap();
        assert!((from.distance_km(to) - 111.195).abs() < 0.001);
    }

    #[test]
    fn swapped_or_missing_coordinates_are_refused() {
        assert_eq!(Position::new(95.0, 9.5), Err(PositionError::Latitude));
        assert_eq!(Position::new(55.7, 190.0), Err(PositionError::Longitude));
        assert_eq!(Position::new(f64::NAN, 9.5), Err(PositionError::Latitude));
        assert_eq!(Position::new(55.7, f64::INFINITY), Err(PositionError::Longitude));
    }

    #[test]
    fn json_is_checked_like_any_other_input() {
        let vejle = Position::new(55.5, 9.5).unwrap();
        assert_eq!(serde_json::to_string(&vejle).unwrap(), r#"{"lat":55.5,"lon":9.5}"#);
        assert_eq!(serde_json::from_str::<Position>(r#"{"lat":55.5,"lon":9.5}"#).unwrap(), vejle);
        assert!(serde_json::from_str::<Position>(r#"{"lat":155.5,"lon":9.5}"#).is_err());
    }

    proptest! {
        #[test]
        fn the_way_back_is_as_long_and_at_most_half_round_the_earth(a in somewhere(), b in somewhere()) {
            prop_assert!((a.distance_km(b) - b.distance_km(a)).abs() < 1e-6);
            prop_assert!(a.distance_km(b) <= EARTH_RADIUS_KM * std::f64::consts::PI + 1e-6);
            prop_assert!(a.distance_km(a) < 1e-6);
        }

        #[test]
        fn the_straight_line_between_unit_vectors_gives_the_same_distance(a in somewhere(), b in somewhere()) {
            let chord: f64 =
                a.unit_vector().iter().zip(b.unit_vector()).map(|(p, q)| (p - q).powi(2)).sum::<f64>().sqrt();
            let distance = 2.0 * EARTH_RADIUS_KM * (chord / 2.0).clamp(0.0, 1.0).asin();
            prop_assert!((distance - a.distance_km(b)).abs() < 0.01);
        }
    }
}
