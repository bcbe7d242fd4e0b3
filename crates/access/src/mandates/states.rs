//! What a mandate can be, and how it gets from one to the other: one table, and nothing else changes a state.

use serde::{Deserialize, Serialize};

/// Where a mandate (*fuldmagt*) stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written by whoever began it; nobody else sees it.
    Draft,
    /// The holder has asked; the giver has not answered.
    Requested,
    /// Printed for a signature by hand, or waiting for a second trusted employee.
    WaitingForSignature,
    /// In force, on the days it names.
    Active,
    /// The giver, or a trusted employee, has said no.
    Rejected,
    /// Taken back by the giver, or laid down by the holder.
    Withdrawn,
    /// Its last day has passed, or nobody answered in time.
    Expired,
    /// The giver or the holder has died.
    EndedByDeath,
}

/// What can happen to a mandate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The holder asks for it.
    Ask,
    /// It goes on paper, or to a second pair of eyes.
    AwaitSignature,
    /// The giver says yes with MitID, or has signed and a trusted employee says so.
    Sign,
    /// The giver, or a trusted employee, says no.
    Reject,
    /// The giver takes it back, or the holder lays it down.
    Withdraw,
    /// Its time is over.
    Expire,
    /// Somebody has died.
    Die,
}

/// The whole table.
const TABLE: [(State, Step, State); 21] = [
    (State::Draft, Step::Ask, State::Requested),
    (State::Draft, Step::AwaitSignature, State::WaitingForSignature),
    (State::Draft, Step::Sign, State::Active),
    (State::Draft, Step::Withdraw, State::Withdrawn),
    (State::Draft, Step::Expire, State::Expired),
    (State::Draft, Step::Die, State::EndedByDeath),
    (State::Requested, Step::AwaitSignature, State::WaitingForSignature),
    (State::Requested, Step::Sign, State::Active),
    (State::Requested, Step::Reject, State::Rejected),
    (State::Requested, Step::Withdraw, State::Withdrawn),
    (State::Requested, Step::Expire, State::Expired),
    (State::Requested, Step::Die, State::EndedByDeath),
    (State::WaitingForSignature, Step::Sign, State::Active),
    (State::WaitingForSignature, Step::Reject, State::Rejected),
    (State::WaitingForSignature, Step::Withdraw, State::Withdrawn),
    (State::WaitingForSignature, Step::Expire, State::Expired),
    (State::WaitingForSignature, Step::Die, State::EndedByDeath),
    (State::Active, Step::Withdraw, State::Withdrawn),
    (State::Active, Step::Expire, State::Expired),
    (State::Active, Step::Die, State::EndedByDeath),
    // A trusted employee who finds that a registration was wrong.
    (State::Active, Step::Reject, State::Rejected),
];

impl State {
    /// Every state.
    pub const ALL: [State; 8] = [
        State::Draft,
        State::Requested,
        State::WaitingForSignature,
        State::Active,
        State::Rejected,
        State::Withdrawn,
        State::Expired,
        State::EndedByDeath,
    ];

    /// The word in tables and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Requested => "requested",
            State::WaitingForSignature => "waiting_for_signature",
            State::Active => "active",
            State::Rejected => "rejected",
            State::Withdrawn => "withdrawn",
            State::Expired => "expired",
            State::EndedByDeath => "ended_by_death",
        }
    }

    /// The state of this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Where a step leads; `None` where it cannot be taken.
    #[must_use]
    pub fn after(self, step: Step) -> Option<State> {
        TABLE.iter().find(|(from, by, _)| (*from, *by) == (self, step)).map(|(_, _, to)| *to)
    }

    /// Whether it waits for somebody's answer.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, State::Requested | State::WaitingForSignature)
    }

    /// Whether no step leads out of it.
    #[must_use]
    pub fn is_over(self) -> bool {
        !TABLE.iter().any(|(from, _, _)| *from == self)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Step; 7] =
        [Step::Ask, Step::AwaitSignature, Step::Sign, Step::Reject, Step::Withdraw, Step::Expire, Step::Die];
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_line_of_the_table_says_something_of_its_own() {
        let asked: BTreeSet<_> = TABLE.iter().map(|(from, step, _)| (*from, *step)).collect();
        assert_eq!(asked.len(), TABLE.len());
        for state in State::ALL {
            assert_eq!(State::from_code(state.code()), Some(state));
            assert_eq!(serde_json::to_value(state).unwrap(), state.code());
        }
    }

    proptest! {
        #[test]
        fn what_is_over_stays_over_and_a_draft_is_never_come_back_to(
            steps in prop::collection::vec(prop::sample::select(Step::ALL.to_vec()), 0..30),
        ) {
            let mut state = State::Draft;
            for step in steps {
                match state.after(step) {
                    Some(next) => {
                        prop_assert!(!state.is_over());
                        prop_assert_ne!(next, State::Draft);
                        // In force only by somebody's yes.
                        prop_assert_eq!(next == State::Active, step == Step::Sign);
                        state = next;
                    }
                    None => prop_assert!(state.after(step).is_none()),
                }
            }
        }
    }

    #[test]
    fn nothing_is_asked_for_twice_and_nothing_over_comes_to_life() {
        for state in State::ALL {
            let is_over = [State::Rejected, State::Withdrawn, State::Expired, State::EndedByDeath];
            assert_eq!(state.is_over(), is_over.contains(&state), "{}", state.code());
            assert_eq!(state.after(Step::Ask).is_some(), state == State::Draft);
        }
        assert_eq!(State::Active.after(Step::Sign), None);
        assert_eq!(State::Active.after(Step::Withdraw), Some(State::Withdrawn));
    }
}
