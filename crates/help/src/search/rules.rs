//! Which help points fit, and in which order. Pure: the directory, the wishes and the moment in, the answer out.

use std::cmp::Ordering;

use basics::Position;
use hours::Moment;

use crate::directory::{Directory, Entry, topic_bits};
use crate::model::{Kind, StepFree, Topic};

/// What somebody wishes for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wishes {
    /// About this.
    pub topic: Option<Topic>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// In this language, ISO 639-1.
    pub language: Option<String>,
    /// Without steps.
    pub step_free: bool,
    /// Open at the moment asked for.
    pub open: bool,
}

/// A wish that can be dropped when nothing fits all of them; in the order in which they are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Open at the moment.
    Open,
    /// Without steps.
    StepFree,
    /// In a language.
    Language,
    /// Of a kind.
    Kind,
    /// About a topic.
    Topic,
}

impl Wish {
    const IN_ORDER: [Wish; 5] = [Wish::Open, Wish::StepFree, Wish::Language, Wish::Kind, Wish::Topic];

    /// The key of the words for it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Wish::Open => "wish-open",
            Wish::StepFree => "wish-step-free",
            Wish::Language => "wish-language",
            Wish::Kind => "wish-kind",
            Wish::Topic => "wish-topic",
        }
    }
}

impl Wishes {
    fn without(&self, wish: Wish) -> Option<Wishes> {
        let mut fewer = self.clone();
        match wish {
            Wish::Open => fewer.open = false,
            Wish::StepFree => fewer.step_free = false,
            Wish::Language => fewer.language = None,
            Wish::Kind => fewer.kind = None,
            Wish::Topic => fewer.topic = None,
        }
        (fewer != *self).then_some(fewer)
    }
}

/// A help point that fits.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'d> {
    /// The point.
    pub entry: &'d Entry,
    /// How far away, in kilometres; `None` where it has no place or nobody said where they are.
    pub km: Option<f64>,
    /// Whether it is open at the moment asked for.
    pub open: bool,
}

/// What was found.
#[derive(Debug)]
pub struct Found<'d> {
    /// Those that fit, nearest first.
    pub hits: Vec<Hit<'d>>,
    /// Wishes that had to be dropped to find any.
    pub dropped: Vec<Wish>,
}

/// Finds places (all but national lines), nearest first; without a place, by name. When nothing fits, it drops
/// one wish after the other until something does: no search ends in nothing.
#[must_use]
pub(super) fn find<'d>(
    directory: &'d Directory,
    near: Option<Position>,
    wishes: &Wishes,
    moment: Moment,
) -> Found<'d> {
    let mut wishes = wishes.clone();
    let mut dropped = Vec::new();
    loop {
        let hits = fitting(directory, near, &wishes, moment, false);
        let next = Wish::IN_ORDER.into_iter().find_map(|wish| Some((wish, wishes.without(wish)?)));
        match next {
            Some((wish, fewer)) if hits.is_empty() => {
                dropped.push(wish);
                wishes = fewer;
            }
            _ => return Found { hits, dropped },
        }
    }
}

/// National lines: those about the topic first, open ones before closed ones. They are always shown.
#[must_use]
pub(super) fn lines<'d>(directory: &'d Directory, wishes: &Wishes, moment: Moment) -> Vec<Hit<'d>> {
    let mut hits = fitting(directory, None, &Wishes::default(), moment, true);
    let wanted = topic_bits(wishes.topic);
    hits.sort_by_key(|hit| (hit.entry.topics & wanted == 0 && wanted != 0, !hit.open));
    hits
}

fn fitting<'d>(
    directory: &'d Directory,
    near: Option<Position>,
    wishes: &Wishes,
    moment: Moment,
    national: bool,
) -> Vec<Hit<'d>> {
    let here = near.map(Position::unit_vector);
    let wanted = topic_bits(wishes.topic);
    let mut hits: Vec<Hit<'d>> = directory
        .entries
        .iter()
        .filter(|entry| entry.point.national == national)
        .filter(|entry| wanted == 0 || entry.topics & wanted != 0)
        .filter(|entry| wishes.kind.is_none_or(|kind| entry.point.kind == kind))
        .filter(|entry| {
            wishes.language.as_ref().is_none_or(|language| entry.point.languages.contains(language))
        })
        .filter(|entry| {
            !wishes.step_free || entry.point.step_free == StepFree::Yes || !entry.point.kind.is_place()
        })
        .map(|entry| Hit { entry, km: here.zip(entry.unit).map(|(a, b)| kilometres(a, b)), open: false })
        .collect();
    if wishes.open {
        hits.retain(|hit| hit.entry.hours.is_open_at(moment));
    }
    let order = |a: &Hit<'_>, b: &Hit<'_>| nearer(a, b).then(a.entry.point.kind.cmp(&b.entry.point.kind));
    if hits.len() > SHOWN_AT_MOST {
        // The rest is only counted, and needs no order.
        hits.select_nth_unstable_by(SHOWN_AT_MOST, order);
        hits[..SHOWN_AT_MOST].sort_by(order);
    } else {
        hits.sort_by(order);
    }
    for hit in hits.iter_mut().take(SHOWN_AT_MOST) {
        hit.open = wishes.open || hit.entry.hours.is_open_at(moment);
    }
    hits
}

fn nearer(a: &Hit<'_>, b: &Hit<'_>) -> Ordering {
    match (a.km, b.km) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// How many hits can be shown or answered; what lies beyond is only counted.
pub const SHOWN_AT_MOST: usize = 200;

/// The mean radius of the Earth (IUGG), as in `basics::Position::distance_km`.
const EARTH_KM: f64 = 6371.0088;

/// The way along the surface between two directions; exact also for short ways, where the arc cosine is not.
fn kilometres(a: [f64; 3], b: [f64; 3]) -> f64 {
    let chord = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
    2.0 * EARTH_KM * (chord / 2.0).min(1.0).asin()
}
