//! The gazetteer with the whole country in it, as `data/denmark` has it.

mod country;
mod hostile;
mod misspelt;
mod near;
mod written;
