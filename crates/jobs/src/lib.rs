//! Outbox, jobs and schedules, in the database of the change that they follow from.
