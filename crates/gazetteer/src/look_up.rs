//! From what was typed to a place.

use crate::index::Name;
use crate::names::full;
use crate::similar::ONE_EDIT;
use crate::typed::{Code, Typed};
use crate::{Gazetteer, How, LookUp, Place, PlaceKind, fold};

const MOST_OTHERS: usize = 10;
const MOST_SUGGESTIONS: usize = 5;

impl Gazetteer {
    /// Finds the place a person means. Takes postcodes, names of towns and municipalities, or a whole address; only the
    /// first hundred characters count. Never fails: see [`LookUp`] for what it may answer.
    pub fn look_up(&self, text: &str) -> LookUp {
        let typed = Typed::read(text);
        if typed.is_empty() {
            return LookUp::Empty;
        }
        if let Some(number) = typed.number() {
            return self.by_number(&number);
        }
        let codes: Vec<Code> = typed.codes().collect();
        if let Some((code, place)) = self.meant(&codes) {
            return self.by_code(code, place);
        }
        match (self.by_name(&typed), codes.last()) {
            // The name is right, the code is not: say that it was a guess.
            (LookUp::Found { place, others, .. }, Some(_)) => {
                LookUp::Found { place, how: How::Corrected, others }
            }
            (LookUp::NotFound { .. }, Some(code)) => {
                LookUp::NotFound { nearest: self.nearest_codes(code.number) }
            }
            (answer, _) => answer,
        }
    }

    fn by_number(&self, number: &str) -> LookUp {
        let value: u32 = match number.get(..4).unwrap_or(number).parse() {
            Ok(value) => value,
            Err(_) => return LookUp::NotFound { nearest: Vec::new() },
        };
        if number.len() == 4 {
            return match self.codes.get(&value) {
                Some(at) => self.found(*at, How::Exact, &[]),
                None => LookUp::NotFound { nearest: self.nearest_codes(value) },
            };
        }
        let first = value * 10_u32.pow(4_u32.saturating_sub(number.len().try_into().unwrap_or(4)));
        let mut nearest = self.nearest_codes(first);
        if number.len() < 4 {
            // Somebody who stopped short of four digits means a code that begins so.
            let begun = self.codes.range(first..).map(|(_, at)| &self.places[*at]);
            let begun =
                begun.filter(|place| place.postcode.as_deref().is_some_and(|code| code.starts_with(number)));
            let begun: Vec<Place> = begun.take(MOST_SUGGESTIONS).cloned().collect();
            if !begun.is_empty() {
                nearest = begun;
            }
        }
        LookUp::NotFound { nearest }
    }

    /// The code that is meant: one that its own town follows, or else the last, as a house number comes first.
    fn meant<'a>(&self, codes: &'a [Code]) -> Option<(&'a Code, usize)> {
        let known = || codes.iter().filter_map(|code| Some((code, *self.codes.get(&code.number)?)));
        known().find(|(code, at)| begins(&code.after, &self.town_key(*at))).or_else(|| known().next_back())
    }

    /// A known code decides, whatever stands beside it; but a town far from it is worth a question.
    fn by_code(&self, code: &Code, at: usize) -> LookUp {
        let town = self.town_key(at);
        if begins(&code.after, &town) || ends(&code.before, &town) {
            return self.found(at, How::Exact, &[]);
        }
        let rival = self.named(&code.after).or_else(|| self.named(&code.before));
        let here = &self.places[at].municipality_codes;
        let near =
            |other: &usize| self.places[*other].municipality_codes.iter().any(|code| here.contains(code));
        match rival {
            Some(name) if !name.places.iter().any(near) => self.found(at, How::Corrected, &name.places),
            _ => self.found(at, How::Exact, &[]),
        }
    }

    fn by_name(&self, typed: &Typed) -> LookUp {
        let names = typed.names();
        for name in &names {
            if let Some(places) = self.exactly(name, typed.wants_municipality) {
                return self.found(places[0], How::Exact, &places[1..]);
            }
        }
        let mut likely =
            names.iter().map(|name| self.similar(name)).find(|found| !found.is_empty()).unwrap_or_default();
        // A name in full among other words is surer than a likeness to all of them with more than one wrong letter.
        if likely.first().is_none_or(|(cost, _)| *cost > ONE_EDIT) {
            let contained = typed.runs().find_map(|run| self.named(&run));
            likely.splice(0..0, contained.map(|name| (0, name)));
        }
        let places =
            self.preferring(spread(likely.into_iter().map(|(_, name)| name)), typed.wants_municipality);
        if let [place, others @ ..] = places.as_slice() {
            return self.found(*place, How::Corrected, others);
        }
        let nearest = spread(names.iter().flat_map(|name| self.resembling(name)));
        let nearest = nearest.into_iter().take(MOST_SUGGESTIONS).map(|at| self.places[at].clone()).collect();
        LookUp::NotFound { nearest }
    }

    /// The places of exactly this name; of a municipality also in the genitive, as in "Københavns Kommune".
    fn exactly(&self, name: &str, municipality: bool) -> Option<Vec<usize>> {
        let found = self.named(name).or_else(|| {
            let bare = name.strip_suffix('s').filter(|_| municipality)?;
            self.named(bare)
        })?;
        Some(self.preferring(found.places.clone(), municipality))
    }

    /// Puts the municipalities first when one was asked for.
    fn preferring(&self, mut places: Vec<usize>, municipality: bool) -> Vec<usize> {
        if municipality {
            places.sort_by_key(|at| self.places[*at].kind != PlaceKind::Municipality);
        }
        places
    }

    fn found(&self, at: usize, how: How, others: &[usize]) -> LookUp {
        let others = others.iter().filter(|other| **other != at).take(MOST_OTHERS);
        let others = others.map(|other| self.places[*other].clone()).collect();
        LookUp::Found { place: self.places[at].clone(), how, others }
    }

    /// The folded town of a postcode, in full.
    fn town_key(&self, at: usize) -> String {
        let name = &self.places[at].name;
        full(&fold(name.split_once(' ').map_or(name.as_str(), |(_, town)| town)))
    }

    /// The postcodes nearest in number, nearest first.
    fn nearest_codes(&self, number: u32) -> Vec<Place> {
        let below = self.codes.range(..number).rev().take(MOST_SUGGESTIONS);
        let above = self.codes.range(number..).take(MOST_SUGGESTIONS);
        let mut around: Vec<(u32, usize)> =
            below.chain(above).map(|(code, at)| (code.abs_diff(number), *at)).collect();
        around.sort_unstable();
        around.into_iter().take(MOST_SUGGESTIONS).map(|(_, at)| self.places[at].clone()).collect()
    }
}

/// The places of several names, each once: what every name most likely means, then what else they may mean.
fn spread<'a>(names: impl Iterator<Item = &'a Name>) -> Vec<usize> {
    let names: Vec<&Name> = names.collect();
    let mut places: Vec<usize> = Vec::new();
    let first = names.iter().map(|name| name.places[0]);
    let rest = names.iter().flat_map(|name| name.places[1..].iter().copied());
    for at in first.chain(rest) {
        if !places.contains(&at) {
            places.push(at);
        }
    }
    places
}

/// Whether the first words of a text are these.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether the last words of a text are these.
fn ends(text: &str, words: &str) -> bool {
    text.strip_suffix(words).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}
