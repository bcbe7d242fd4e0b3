//! For whom a privilege is given: a citizen, a company, a tax unit or a production unit.

use std::fmt;
use std::str::FromStr;

use basics::{Cpr, CprError, Cvr, CvrError};

const SAML: &str = "urn:dk:gov:saml:";
const PERSON: &str = "cprNumberIdentifier";
const COMPANY: &str = "cvrNumberIdentifier";
const TAX_UNIT: &str = "seNumberIdentifier";
const PRODUCTION_UNIT: &str = "productionUnitIdentifier";

/// For whom a privilege is given. `Debug` shows a CPR number without its last four digits; [`Scope::to_urn`] is the wire form.
///
/// ```
/// let scope: oiobpp::Scope = "urn:dk:gov:saml:cprNumberIdentifier:0101900002".parse()?;
/// assert_eq!(format!("{scope:?}"), "Person(010190-••••)");
/// # Ok::<(), oiobpp::ScopeError>(())
/// ```
///
/// ```compile_fail
/// let scope: oiobpp::Scope = "urn:dk:gov:saml:cprNumberIdentifier:0101900002".parse().unwrap();
/// println!("{scope}"); // there is no Display
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// `cprNumberIdentifier`: a citizen, who gave a fuldmagt.
    Person(Cpr),
    /// `cvrNumberIdentifier`: a company or an authority.
    Company(Cvr),
    /// `seNumberIdentifier`: a part of a company that is registered with the tax authority by itself.
    TaxUnit(SeNumber),
    /// `productionUnitIdentifier`: a place where a company works.
    ProductionUnit(ProductionUnit),
}

/// Why a text is not a scope. It never repeats the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScopeError {
    /// It does not begin with one of the four kinds. Others exist, those of the health service for one, and mean nothing here.
    #[error("its kind is none of urn:dk:gov:saml's {PERSON}, {COMPANY}, {TAX_UNIT} and {PRODUCTION_UNIT}")]
    Kind,
    /// A citizen's, without a CPR number.
    #[error("{0}")]
    Cpr(CprError),
    /// A company's, without a CVR number.
    #[error("{0}")]
    Cvr(CvrError),
    /// A tax unit's, without an SE number.
    #[error("an se number has eight digits")]
    Se,
    /// A production unit's, without its number.
    #[error("the number of a production unit has ten digits")]
    ProductionUnit,
}

impl Scope {
    /// The scope as it stands in a privilege list. **It holds the CPR number in clear.**
    pub fn to_urn(&self) -> String {
        match self {
            Self::Person(cpr) => format!("{SAML}{PERSON}:{}", cpr.expose()),
            Self::Company(cvr) => format!("{SAML}{COMPANY}:{cvr}"),
            Self::TaxUnit(number) => format!("{SAML}{TAX_UNIT}:{number}"),
            Self::ProductionUnit(unit) => format!("{SAML}{PRODUCTION_UNIT}:{}", unit.digits()),
        }
    }
}

impl FromStr for Scope {
    type Err = ScopeError;

    /// Reads the wire form. The kind is known in any case of its letters, for `CvrNumberIdentifier` occurs; the number is
    /// digits alone.
    fn from_str(text: &str) -> Result<Self, ScopeError> {
        let (saml, rest) = text.split_at_checked(SAML.len()).ok_or(ScopeError::Kind)?;
        let (kind, number) = rest.split_once(':').ok_or(ScopeError::Kind)?;
        let is_kind = |known: &str| kind.eq_ignore_ascii_case(known);
        if !saml.eq_ignore_ascii_case(SAML) {
            Err(ScopeError::Kind)
        } else if is_kind(PERSON) {
            // Looser writing, with a hyphen, is for people.
            digits_only(number, 10).ok_or(ScopeError::Cpr(CprError::NotTenDigits))?;
            number.parse().map(Self::Person).map_err(ScopeError::Cpr)
        } else if is_kind(COMPANY) {
            digits_only(number, 8).ok_or(ScopeError::Cvr(CvrError::NotEightDigits))?;
            number.parse().map(Self::Company).map_err(ScopeError::Cvr)
        } else if is_kind(TAX_UNIT) {
            number.parse().map(Self::TaxUnit)
        } else if is_kind(PRODUCTION_UNIT) {
            number.parse().map(Self::ProductionUnit)
        } else {
            Err(ScopeError::Kind)
        }
    }
}

/// An SE number: eight digits. Its check digit is not asked for, because published examples fail it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeNumber(u64);

impl FromStr for SeNumber {
    type Err = ScopeError;

    fn from_str(text: &str) -> Result<Self, ScopeError> {
        digits_only(text, 8).map(Self).ok_or(ScopeError::Se)
    }
}

impl fmt::Display for SeNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:08}", self.0)
    }
}

/// The number of a production unit (P-nummer): ten digits.
///
/// It is public, but a CPR number that was put in its place looks the same: so it is shown as a CPR number is, and
/// [`ProductionUnit::digits`] is the only way out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductionUnit(u64);

impl ProductionUnit {
    /// The ten digits.
    pub fn digits(self) -> String {
        format!("{:010}", self.0)
    }
}

impl FromStr for ProductionUnit {
    type Err = ScopeError;

    fn from_str(text: &str) -> Result<Self, ScopeError> {
        digits_only(text, 10).map(Self).ok_or(ScopeError::ProductionUnit)
    }
}

impl fmt::Debug for ProductionUnit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "ProductionUnit({}••••)", &self.digits()[..6])
    }
}

/// The number that so many digits make, and nothing but digits.
fn digits_only(text: &str, digits: usize) -> Option<u64> {
    let are_digits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if are_digits { text.parse().ok() } else { None }
}
