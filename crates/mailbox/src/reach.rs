//! How far leave to read, sort or write reaches into a mailbox, as a condition on letters. It is written here and nowhere else;
//! every statement that finds letters for somebody asks for a [`Within`], and only a permit gives one.

use access::mandates::{Grant, Limits, Reach};
use access::{Action, Ground, Holder, Permit};
use basics::Id;
use store::rows::places_from;
use store::{Param as _, Value};

use crate::letters::FolderTag;

/// The letters and folders that a permit reaches.
#[derive(Debug, Clone)]
pub(crate) struct Within(Reach);

impl Within {
    pub(crate) fn of<A: Action<On = Holder>>(permit: &Permit<A>) -> Self {
        Self(permit.reach())
    }

    /// That of leave which was only asked for, to know what a page may offer.
    pub(crate) fn of_ground(ground: &Ground) -> Self {
        Self(ground.reach())
    }

    /// Whether nothing is out of it.
    pub(crate) fn is_everything(&self) -> bool {
        match &self.0 {
            Reach::Everything => true,
            Reach::Only(grants) => grants.iter().any(|grant| grant.limits.iter().all(Limits::is_none)),
        }
    }

    /// Whether whatever comes from now on is in it, wherever it lies.
    pub(crate) fn is_whole(&self) -> bool {
        self.0.is_whole_from_now_on()
    }

    /// Whether a folder itself is in it, and not only some of what lies there.
    pub(crate) fn holds_folder(&self, folder: Id<FolderTag>, production_unit: Option<&str>) -> bool {
        let holds = |limits: &Limits| {
            let Limits { folders, since: _, sender, letter, case_number, production_unit: unit } = limits;
            sender.is_none()
                && letter.is_none()
                && case_number.is_none()
                && folders.as_ref().is_none_or(|folders| folders.contains(&folder.uuid()))
                && unit.as_ref().is_none_or(|unit| production_unit == Some(unit.as_str()))
        };
        match &self.0 {
            Reach::Everything => true,
            Reach::Only(grants) => grants.iter().any(|grant| grant.limits.iter().all(holds)),
        }
    }

    /// The condition on a letter `l`, to be put behind others, and what is bound from place `first` on. It is
    /// [`Reach::includes`], asked where the letters lie.
    pub(crate) fn condition(&self, first: usize) -> (String, Vec<Value>) {
        let grants = match &self.0 {
            Reach::Only(grants) if !self.is_everything() => grants,
            _ => return (String::new(), Vec::new()),
        };
        let mut bound = Bound { first, values: Vec::new() };
        let any: Vec<String> = grants.iter().map(|grant| bound.grant(grant)).collect();
        let any = if any.is_empty() { NOTHING.to_owned() } else { any.join(" or ") };
        (format!(" and ({any})"), bound.values)
    }
}

const NOTHING: &str = "1 = 0";

struct Bound {
    first: usize,
    values: Vec<Value>,
}

impl Bound {
    fn grant(&mut self, grant: &Grant) -> String {
        let all: Vec<String> = grant.limits.iter().flat_map(|limits| self.limits(limits)).collect();
        format!("({})", all.join(" and "))
    }

    fn limits(&mut self, limits: &Limits) -> Vec<String> {
        let Limits { folders, since, sender, letter, case_number, production_unit } = limits;
        let mut all = Vec::new();
        if let Some(folders) = folders {
            let places = self.bind(folders.iter().map(|folder| folder.value()));
            all.push(if folders.is_empty() { NOTHING.to_owned() } else { format!("l.folder in ({places})") });
        }
        if let Some(since) = since {
            all.push(format!("l.at >= {}", self.bind([since.value()])));
        }
        if let Some(sender) = sender {
            let place = self.bind([sender.value()]);
            all.push(format!(
                "exists (select 1 from mailbox_sender m where m.id = l.sender and m.organisation = {place})"
            ));
        }
        if let Some(letter) = letter {
            all.push(format!("l.id = {}", self.bind([letter.value()])));
        }
        if let Some(unit) = production_unit {
            let place = self.bind([unit.value()]);
            all.push(format!(
                "exists (select 1 from mailbox_folder f
                 where f.box = l.box and f.id = l.folder and f.production_unit = {place})"
            ));
        }
        // Which case a letter belongs to is sealed: what is limited to one reaches no letter.
        if case_number.is_some() {
            all.push(NOTHING.to_owned());
        }
        all
    }

    fn bind(&mut self, values: impl IntoIterator<Item = Value>) -> String {
        let from = self.first + self.values.len();
        self.values.extend(values);
        places_from(from, self.first + self.values.len() - from)
    }
}
