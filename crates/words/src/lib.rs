//! Fluent texts in five languages; numbers, dates and distances by locale.
