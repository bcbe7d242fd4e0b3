//! Pictures in place of names: a blue bicycle, a yellow boat. No learner's real name is ever asked for.

use realm::Chance;
use serde::{Deserialize, Serialize};
use words::Words;

/// The colours, as texts and styles call them.
const COLOURS: [&str; 8] = ["red", "blue", "green", "yellow", "purple", "orange", "brown", "black"];
/// The things, as their icons are called. Everyday things, none of them funny at anybody's cost, and no two that look alike.
pub(crate) const THINGS: [&str; 36] = [
    "pedal_bike",
    "directions_car",
    "directions_bus",
    "sailing",
    "local_florist",
    "sunny",
    "cloud",
    "cake",
    "redeem",
    "umbrella",
    "tram",
    "local_cafe",
    "bedtime",
    "music_note",
    "lightbulb",
    "key",
    "sports_soccer",
    "rocket_launch",
    "cottage",
    "chair",
    "agriculture",
    "wind_power",
    "flight",
    "luggage",
    "icecream",
    "potted_plant",
    "bug_report",
    "cruelty_free",
    "headphones",
    "brush",
    "diamond",
    "eyeglasses",
    "globe",
    "shopping_basket",
    "castle",
    "watch",
];

/// What a learner is called in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Picture {
    colour: String,
    thing: String,
}

impl Picture {
    /// A picture that nobody has yet; a thing that nobody has, as long as there is one. `None` when all are taken.
    pub(crate) fn choose(taken: &[&Picture], chance: &Chance) -> Option<Self> {
        let is_free = |colour: &str, thing: &str| {
            !taken.iter().any(|other| other.colour == colour && other.thing == thing)
        };
        let pairs = || COLOURS.iter().flat_map(|colour| THINGS.iter().map(move |thing| (*colour, *thing)));
        let mut free: Vec<(&str, &str)> =
            pairs().filter(|(_, thing)| !taken.iter().any(|other| other.thing == *thing)).collect();
        if free.is_empty() {
            free = pairs().filter(|(colour, thing)| is_free(colour, thing)).collect();
        }
        let mut bytes = [0; 8];
        chance.fill(&mut bytes);
        let many = u64::try_from(free.len()).ok().filter(|many| *many > 0)?;
        let (colour, thing) = free[usize::try_from(u64::from_le_bytes(bytes) % many).ok()?];
        Some(Self { colour: colour.to_owned(), thing: thing.to_owned() })
    }

    /// The text of its colour.
    pub(crate) fn colour_key(&self) -> String {
        format!("class-colour-{}", self.colour)
    }

    /// The text of its thing.
    pub(crate) fn thing_key(&self) -> String {
        format!("class-picture-{}", self.thing)
    }

    /// What it is called in a language.
    pub(crate) fn name(&self, words: &Words) -> String {
        words.t2("class-picture", "colour", words.t(&self.colour_key()), "noun", words.t(&self.thing_key()))
    }

    /// Its icon.
    pub(crate) fn icon(&self) -> &str {
        &self.thing
    }

    /// The class of its colour in the style sheet.
    pub(crate) fn style(&self) -> String {
        format!("om-colour-{}", self.colour)
    }
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use words::words;

    use super::*;

    #[test]
    fn everybody_in_a_class_has_a_picture_of_their_own_and_things_come_before_colours() {
        let chance = Chance::seeded(7);
        let mut taken: Vec<Picture> = Vec::new();
        while let Some(picture) = Picture::choose(&taken.iter().collect::<Vec<_>>(), &chance) {
            assert!(!taken.contains(&picture));
            taken.push(picture);
        }
        assert_eq!(taken.len(), COLOURS.len() * THINGS.len());
        let first: std::collections::BTreeSet<&str> =
            taken[..THINGS.len()].iter().map(Picture::icon).collect();
        assert_eq!(first.len(), THINGS.len());
    }

    #[test]
    fn every_picture_has_a_name_of_its_own_in_every_language_and_an_icon() {
        let icons: Vec<&str> = page::assets::icon_names().collect();
        for thing in THINGS {
            assert!(icons.contains(&thing), "{thing}");
        }
        for language in Language::ALL {
            let mut names = std::collections::BTreeSet::new();
            for (colour, thing) in COLOURS.iter().flat_map(|c| THINGS.iter().map(move |t| (c, t))) {
                let picture = Picture { colour: (*colour).to_owned(), thing: (*thing).to_owned() };
                let name = picture.name(words(language));
                assert!(!name.contains("class-"), "{name}");
                names.insert(name);
            }
            assert_eq!(names.len(), COLOURS.len() * THINGS.len(), "{language:?}");
        }
    }
}
