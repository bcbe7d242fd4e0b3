//! Where a learner is, as a teacher may know it: in which part, never at which letter.

use serde::{Deserialize, Serialize};

/// A part of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Area {
    /// The front page, and where nothing else fits.
    #[default]
    Front,
    Exercises,
    Post,
    Mandates,
    SignIn,
    Telephone,
    MyPage,
    Forms,
    Business,
    Help,
}

/// By what the addresses of each part begin, within the realm.
const BEGIN: [(&str, Area); 12] = [
    ("/oevelser", Area::Exercises),
    ("/oevelse/telefon", Area::Telephone),
    ("/oevelse", Area::Exercises),
    ("/post", Area::Post),
    ("/fuldmagt", Area::Mandates),
    ("/jeg-hjaelper", Area::Mandates),
    ("/log-ind", Area::SignIn),
    ("/mitid", Area::SignIn),
    ("/min-side", Area::MyPage),
    ("/selvbetjening", Area::Forms),
    ("/virk", Area::Business),
    ("/find-hjaelp", Area::Help),
];

impl Area {
    /// The part that a path within the realm belongs to.
    pub(crate) fn of(path: &str) -> Self {
        BEGIN.iter().find(|(begin, _)| path.starts_with(begin)).map_or(Area::Front, |(_, area)| *area)
    }

    /// The text that names it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Area::Front => "class-area-front",
            Area::Exercises => "class-area-exercises",
            Area::Post => "class-area-post",
            Area::Mandates => "class-area-mandates",
            Area::SignIn => "class-area-sign-in",
            Area::Telephone => "class-area-telephone",
            Area::MyPage => "class-area-my-page",
            Area::Forms => "class-area-forms",
            Area::Business => "class-area-business",
            Area::Help => "class-area-help",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_teacher_is_told_the_part_and_not_the_letter() {
        assert_eq!(Area::of("/post/brev/0190aa00-0000-7000-8000-000000000001"), Area::Post);
        assert_eq!(Area::of("/oevelser/sygehusbrev/vis"), Area::Exercises);
        assert_eq!(Area::of("/oevelse/telefon"), Area::Telephone);
        assert_eq!(Area::of("/findes-ikke"), Area::Front);
    }
}
