//! One page of records.

use hsds::Page;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::ask::Paging;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Listing {
    /// How many records there are on all pages together.
    total_items: usize,
    /// How many pages; 0 when the list is empty.
    total_pages: usize,
    /// The number of this page, from 1.
    page_number: usize,
    /// How many records are on this page.
    size: usize,
    /// Whether this is the first page.
    first_page: bool,
    /// Whether no page follows.
    last_page: bool,
    /// Whether this page has nothing on it.
    empty: bool,
    /// The records, in the form of the HSDS 3.0 schemas.
    contents: Vec<Value>,
}

impl Listing {
    pub(super) fn of(page: Page<Value>) -> Self {
        Self {
            total_items: page.total_items,
            total_pages: page.total_pages,
            page_number: page.page_number,
            size: page.size,
            first_page: page.first_page,
            last_page: page.last_page,
            empty: page.empty,
            contents: page.contents,
        }
    }
}

impl Paging {
    /// The page of a whole list.
    pub(super) fn cut<T: Clone>(self, all: &[T]) -> Page<T> {
        Page::of(all, self.page, self.per_page)
    }
}
