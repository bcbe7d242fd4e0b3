//! What a LIX number means.

/// How hard a text is by its LIX. The bands are those Danish authorities print; Björnsson's own lie a little otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Up to 24: books for children.
    VeryEasy,
    /// 25 to 34: light reading.
    Easy,
    /// 35 to 44: newspapers.
    Medium,
    /// 45 to 54: specialist texts.
    Hard,
    /// 55 and above: law and research.
    VeryHard,
}

impl Band {
    /// The band's name in Danish.
    pub fn danish(self) -> &'static str {
        match self {
            Self::VeryEasy => "meget let",
            Self::Easy => "let",
            Self::Medium => "middel",
            Self::Hard => "svær",
            Self::VeryHard => "meget svær",
        }
    }
}

/// The band a LIX number lies in.
pub fn band(lix: u32) -> Band {
    match lix {
        ..=24 => Band::VeryEasy,
        25..=34 => Band::Easy,
        35..=44 => Band::Medium,
        45..=54 => Band::Hard,
        55.. => Band::VeryHard,
    }
}
