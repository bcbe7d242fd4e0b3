//! Walks through a message before it is written, and notes for what it is refused.

use crate::wire::{Name, Slot, WriteRules, WriteValue};
use crate::write::Refusals;
use crate::{Content, Refusal, Rule, Version};

/// A place in a message, and what was found on the way to it.
pub(crate) struct Check {
    version: Version,
    rules: WriteRules,
    path: Vec<Name>,
    refusals: Vec<Refusal>,
}

impl Check {
    pub(crate) fn new(version: Version, rules: WriteRules) -> Self {
        Self { version, rules, path: Vec::new(), refusals: Vec::new() }
    }

    /// What came of it all.
    pub(crate) fn close(self) -> Result<(), Refusals> {
        if self.refusals.is_empty() { Ok(()) } else { Err(Refusals(self.refusals)) }
    }

    /// Checks the elements that stand in one slot.
    pub(crate) fn field<C: Content, K: WriteValue<C, V>, V>(&mut self, slot: &Slot, values: &[V]) {
        let most = slot.times.most(self.version);
        let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
        self.within(slot.name, |check| {
            if most == 0 && count > 0 {
                check.refuse(Rule::NotIn(check.version));
            } else if count > most {
                check.refuse(Rule::TooMany(most));
            } else if count < slot.times.least(check.version) {
                check.refuse(Rule::Missing);
            }
            for value in values {
                K::check(value, check);
            }
        });
    }

    /// Checks what stands within an element.
    pub(crate) fn within(&mut self, name: Name, look: impl FnOnce(&mut Self)) {
        self.path.push(name);
        look(self);
        self.path.pop();
    }

    pub(crate) fn rules(&self) -> &WriteRules {
        &self.rules
    }

    /// Refuses this element.
    pub(crate) fn refuse(&mut self, rule: Rule) {
        self.refusals.push(Refusal { element: self.element(), rule });
    }

    /// Refuses an attribute of this element.
    pub(crate) fn refuse_attribute(&mut self, attribute: &str, rule: Rule) {
        self.refusals.push(Refusal { element: format!("{}@{attribute}", self.element()), rule });
    }

    fn element(&self) -> String {
        let names: Vec<String> = self.path.iter().map(Name::to_string).collect();
        names.join("/")
    }
}
