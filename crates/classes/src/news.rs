//! What is told to the teacher's open pages.

/// Something new in a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    /// A learner made a step.
    Learner(u16),
    /// Somebody has come, or is at the beginning again.
    List,
    /// The class itself is otherwise: paused, sent somewhere, ended.
    Class,
}

/// How much news a page may be behind before it reads everything anew.
pub(crate) const BACKLOG: usize = 256;
