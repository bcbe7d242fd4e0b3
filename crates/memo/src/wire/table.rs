//! What the tables are made of: names, how often they stand, and how their elements are read and written.

use std::fmt;
use std::io;

use crate::read::{Cursor, Halt};
use crate::write::{Check, Pen};
use crate::{Content, Version};

/// A namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    /// MeMo itself.
    Memo,
    /// The base registers.
    Grd,
    /// Places in the numbers of GS1.
    Gln,
    /// Education.
    Udd,
    /// Subjects of the municipalities.
    Kle,
    /// Tasks of the public sector.
    Form,
    /// Motor vehicles.
    Dmv,
    /// The health service.
    Sor,
    /// None: receipts.
    Bare,
}

impl Space {
    /// Those that a MeMo declares, in the order they are written.
    pub(crate) const OF_MEMO: [Self; 8] =
        [Self::Memo, Self::Grd, Self::Gln, Self::Udd, Self::Kle, Self::Form, Self::Dmv, Self::Sor];

    pub(crate) fn uri(self) -> &'static str {
        match self {
            Self::Memo => "https://DigitalPost.dk/MeMo-1",
            Self::Grd => "https://data.gov.dk/model/core/",
            Self::Gln => "https://www.gs1.dk/gs1-standarder/identifikation/gln-global-location-number/",
            Self::Udd => {
                "https://www.dst.dk/da/TilSalg/Forskningsservice/Dokumentation/hoejkvalitetsvariable/elevregister-2/udd#"
            }
            Self::Kle => "http://kle-online.dk/",
            Self::Form => "http://www.form-online.dk/",
            Self::Dmv => "https://motorregister.skat.dk/",
            Self::Sor => "https://services.nsi.dk/en/Services/SOR",
            Self::Bare => "",
        }
    }

    /// The prefix everybody uses. A receiver in operation demands `memo` to the letter.
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Self::Memo => "memo",
            Self::Grd => "grd",
            Self::Gln => "gln",
            Self::Udd => "udd",
            Self::Kle => "kle",
            Self::Form => "form",
            Self::Dmv => "dmv",
            Self::Sor => "sor",
            Self::Bare => "",
        }
    }

    pub(crate) fn of(uri: &str) -> Option<Self> {
        Self::OF_MEMO.into_iter().find(|space| space.uri() == uri)
    }
}

/// The name of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) space: Space,
    pub(crate) local: &'static str,
}

impl Name {
    pub(crate) const fn new(space: Space, local: &'static str) -> Self {
        Self { space, local }
    }
}

/// As it stands in paths: with its prefix when it is not MeMo's own.
impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.space {
            Space::Memo | Space::Bare => out.write_str(self.local),
            space => write!(out, "{}:{}", space.prefix(), self.local),
        }
    }
}

/// How often an element stands within another.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Times {
    One,
    Optional,
    DueIn1_1,
    Since1_2,
    Many { least: u32, most: u32 },
}

impl Times {
    pub(crate) fn least(self, version: Version) -> u32 {
        match self {
            Self::One => 1,
            Self::DueIn1_1 => u32::from(version == Version::V1_1),
            Self::Optional | Self::Since1_2 => 0,
            Self::Many { least, .. } => least,
        }
    }

    /// Zero when the version does not know the element.
    pub(crate) fn most(self, version: Version) -> u32 {
        match self {
            Self::One | Self::Optional | Self::DueIn1_1 => 1,
            Self::Since1_2 => u32::from(version >= Version::V1_2),
            Self::Many { most, .. } => most,
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) name: Name,
    pub(crate) times: Times,
}

/// What is read from an element that holds elements. The cursor stands behind its start tag, and in the end behind its
/// end tag. Nothing comes of it when something required is missing or wrong, which the cursor has noted.
pub(crate) trait ReadElement<C>: Sized {
    fn read(cursor: &mut Cursor<'_, C>) -> Result<Option<Self>, Halt>;
}

/// What is written as the content of an element that holds elements.
pub(crate) trait WriteElement<C: Content> {
    fn check(&self, check: &mut Check);
    fn write(&self, pen: &mut Pen<'_>) -> io::Result<()>;
}

/// How a value is read from an element.
pub(crate) trait ReadValue<C, V> {
    fn read(cursor: &mut Cursor<'_, C>) -> Result<Option<V>, Halt>;
}

/// How a value is written as an element.
pub(crate) trait WriteValue<C: Content, V> {
    fn check(value: &V, check: &mut Check);
    fn write(value: &V, name: Name, pen: &mut Pen<'_>) -> io::Result<()>;
}

/// The codec of elements that hold elements.
pub(crate) struct Nested;

impl<C, V: ReadElement<C>> ReadValue<C, V> for Nested {
    fn read(cursor: &mut Cursor<'_, C>) -> Result<Option<V>, Halt> {
        V::read(cursor)
    }
}

impl<C: Content, V: WriteElement<C>> WriteValue<C, V> for Nested {
    fn check(value: &V, check: &mut Check) {
        value.check(check);
    }

    fn write(value: &V, name: Name, pen: &mut Pen<'_>) -> io::Result<()> {
        pen.open(name)?;
        value.write(pen)?;
        pen.close(name)
    }
}
