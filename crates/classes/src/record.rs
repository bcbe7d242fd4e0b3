//! What is known of a class: what its file holds. Everything here is pure; secrets are there as hashes alone.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use practice::exercises::Standing;
use serde::{Deserialize, Serialize};

use crate::areas::Area;
use crate::picture::Picture;
use crate::secrets::{ClassId, Code, hash};
use crate::trail::Trail;

/// How long a class lies unused before it is ended. A lesson is shorter, and a code that nobody uses must not be guessed.
pub(crate) const UNUSED: SignedDuration = SignedDuration::from_hours(4);
/// How long after its end what came of a class can be fetched.
pub(crate) const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// How many learners a class has at most.
pub(crate) const MOST_SEATS: usize = 60;
/// How many browsers a teacher uses at most; the first ones are then forgotten.
const MOST_BROWSERS: usize = 8;

/// A class.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) id: ClassId,
    /// What learners type.
    pub(crate) code: Code,
    /// Hashes of the secrets in the browsers of the teacher.
    teachers: Vec<String>,
    /// The hash of the code by which the teacher comes back, once there is one.
    pub(crate) way_back: Option<String>,
    pub(crate) opened_at: Timestamp,
    pub(crate) used_at: Timestamp,
    pub(crate) ended_at: Option<Timestamp>,
    pub(crate) is_paused: bool,
    /// The exercises that the teacher has chosen, as addresses call them.
    pub(crate) chosen: Vec<String>,
    /// Whether exercises end with a quiz.
    pub(crate) quiz: bool,
    /// Where everybody was sent last, and how often that has been done.
    pub(crate) sent_to: String,
    pub(crate) sent: u64,
    /// How often the clocks were moved: so that a form sent twice moves them once.
    pub(crate) clock_moves: u64,
    pub(crate) seats: Vec<Seat>,
}

/// A learner in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Seat {
    /// From 1, in the order of coming.
    pub(crate) number: u16,
    pub(crate) picture: Picture,
    /// The hash of the secret in the learner's browser.
    pub(crate) secret: String,
    /// The key of the sandbox.
    pub(crate) sandbox: String,
    pub(crate) last_step: Timestamp,
    pub(crate) area: Area,
    /// Which exercise they are at.
    pub(crate) present: Option<String>,
    /// Every exercise that they have begun.
    pub(crate) trails: BTreeMap<String, Trail>,
    /// How often this learner has followed when everybody was sent.
    pub(crate) followed: u64,
    /// Whether the teacher has begun anew for them, and they have not come since.
    pub(crate) is_anew: bool,
}

impl Record {
    pub(crate) fn new(id: ClassId, code: Code, secret: &str, now: Timestamp) -> Self {
        Self {
            id,
            code,
            teachers: vec![hash(secret)],
            way_back: None,
            opened_at: now,
            used_at: now,
            ended_at: None,
            is_paused: false,
            chosen: Vec::new(),
            quiz: false,
            sent_to: String::new(),
            sent: 0,
            clock_moves: 0,
            seats: Vec::new(),
        }
    }

    /// Whether a browser with this secret is the teacher's.
    pub(crate) fn is_teacher(&self, secret: &str) -> bool {
        self.teachers.contains(&hash(secret))
    }

    /// Takes a browser more as the teacher's.
    pub(crate) fn add_teacher(&mut self, secret: &str) {
        if self.teachers.len() >= MOST_BROWSERS {
            self.teachers.remove(0);
        }
        self.teachers.push(hash(secret));
    }

    pub(crate) fn is_running(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Ends it. What learners have begun goes on without the class.
    pub(crate) fn end(&mut self, now: Timestamp) {
        self.ended_at.get_or_insert(now);
        self.is_paused = false;
    }

    pub(crate) fn seat(&self, number: u16) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.number == number)
    }

    pub(crate) fn seat_mut(&mut self, number: u16) -> Option<&mut Seat> {
        self.seats.iter_mut().find(|seat| seat.number == number)
    }

    /// The seat of the browser with this secret.
    pub(crate) fn seat_of(&self, secret: &str) -> Option<&Seat> {
        let secret = hash(secret);
        self.seats.iter().find(|seat| seat.secret == secret)
    }

    /// Sends everybody to a page.
    pub(crate) fn send(&mut self, path: &str) {
        path.clone_into(&mut self.sent_to);
        self.sent += 1;
    }

    /// Where a learner begins.
    pub(crate) fn beginning(&self) -> String {
        match self.chosen.first() {
            Some(first) => format!("{}/{first}", practice::exercises::PATH),
            None => practice::exercises::PATH.to_owned(),
        }
    }
}

impl Seat {
    pub(crate) fn new(number: u16, picture: Picture, secret: &str, sandbox: &str, now: Timestamp) -> Self {
        Self {
            number,
            picture,
            secret: hash(secret),
            sandbox: sandbox.to_owned(),
            last_step: now,
            area: Area::Exercises,
            present: None,
            trails: BTreeMap::new(),
            followed: 0,
            is_anew: false,
        }
    }

    /// A step: where they are, and how their exercises stand, the latest begun first.
    pub(crate) fn step(&mut self, area: Area, standings: &[Standing], now: Timestamp) {
        let seconds = now.duration_since(self.last_step).as_secs();
        (self.last_step, self.area) = (now, area);
        if let Some(trail) = self.present.as_ref().and_then(|slug| self.trails.get_mut(slug)) {
            trail.practise(seconds);
        }
        for standing in standings {
            let trail = self.trails.entry(standing.scenario.clone()).or_insert_with(Trail::begin);
            trail.follow(standing, now);
        }
        let open = standings.iter().find(|standing| !standing.is_done);
        self.present = open.or(standings.first()).map(|standing| standing.scenario.clone());
    }

    /// The trail of the present exercise, and which one that is.
    pub(crate) fn present_trail(&self) -> Option<(&str, &Trail)> {
        let slug = self.present.as_deref()?;
        Some((slug, self.trails.get(slug)?))
    }
}

#[cfg(test)]
mod tests {
    use realm::Chance;

    use super::*;

    fn class() -> Record {
        let chance = Chance::seeded(1);
        Record::new(ClassId::new(&chance), Code::new(&chance), "teacher", Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_teacher_uses_several_browsers_and_no_secret_is_kept() {
        let mut class = class();
        class.add_teacher("laptop");
        assert!(class.is_teacher("teacher") && class.is_teacher("laptop") && !class.is_teacher("learner"));
        let kept = serde_json::to_string(&class).unwrap();
        assert!(!kept.contains("laptop") && !kept.contains("\"teacher\""), "{kept}");
        for n in 0..MOST_BROWSERS {
            class.add_teacher(&n.to_string());
        }
        assert!(!class.is_teacher("teacher") && class.is_teacher("7"));
    }

    #[test]
    fn the_exercise_that_is_under_way_is_the_present_one() {
        let mut seat = Seat::new(
            1,
            Picture::choose(&[], &Chance::seeded(1)).unwrap(),
            "s",
            "key",
            Timestamp::UNIX_EPOCH,
        );
        let standing =
            |scenario: &str, is_done| Standing { scenario: scenario.to_owned(), task: 1, hints: 0, is_done };
        let now = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(30);
        seat.step(Area::Post, &[standing("second", true), standing("first", false)], now);
        assert_eq!(seat.present_trail().unwrap().0, "first");
        seat.step(Area::Post, &[], now);
        assert_eq!(seat.present_trail(), None, "begun anew");
        assert_eq!(seat.trails.len(), 2, "what was begun was begun");
    }
}
