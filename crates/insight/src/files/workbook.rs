use std::path::Path;

use super::{Reading, Table};
use crate::Error;

pub(super) fn names(path: &Path) -> Result<Vec<String>, Error> {
    Err(Error::format(path, "not done"))
}

pub(super) fn read(_reading: &Reading<'_>, path: &Path) -> Result<Table, Error> {
    Err(Error::format(path, "not done"))
}
