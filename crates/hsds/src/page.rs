//! The envelope around every list an HSDS API gives out.

use serde::{Deserialize, Serialize};

/// One page of a list. Pages count from 1. Source: HSDS 3.0 API reference, `Page`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// How many there are on all pages together.
    pub total_items: usize,
    /// How many pages; 0 when the list is empty.
    pub total_pages: usize,
    /// The number of this page.
    pub page_number: usize,
    /// How many there are on this page.
    pub size: usize,
    /// Whether this is the first page.
    pub first_page: bool,
    /// Whether no page follows.
    pub last_page: bool,
    /// Whether this page has nothing on it.
    pub empty: bool,
    /// The things themselves.
    pub contents: Vec<T>,
}

impl<T: Clone> Page<T> {
    /// Cuts one page out of the whole list. A page past the end is empty rather than an error.
    pub fn of(all: &[T], page_number: usize, per_page: usize) -> Self {
        let from = Page::<T>::offset(page_number, per_page).min(all.len());
        let to = from.saturating_add(per_page.max(1)).min(all.len());
        Self::with_total(all[from..to].to_vec(), all.len(), page_number, per_page)
    }
}

impl<T> Page<T> {
    /// Wraps a page that a database has cut already. `page_number` and `per_page` are at least 1; 0 is taken as 1.
    pub fn with_total(contents: Vec<T>, total_items: usize, page_number: usize, per_page: usize) -> Self {
        let page_number = page_number.max(1);
        let total_pages = total_items.div_ceil(per_page.max(1));
        Self {
            total_items,
            total_pages,
            page_number,
            size: contents.len(),
            first_page: page_number == 1,
            last_page: page_number >= total_pages,
            empty: contents.is_empty(),
            contents,
        }
    }

    /// How many things come before this page: the `offset` of a query.
    pub fn offset(page_number: usize, per_page: usize) -> usize {
        (page_number.max(1) - 1).saturating_mul(per_page.max(1))
    }

    /// The same page with each thing turned into another.
    pub fn map<U>(self, turn: impl FnMut(T) -> U) -> Page<U> {
        Page {
            total_items: self.total_items,
            total_pages: self.total_pages,
            page_number: self.page_number,
            size: self.size,
            first_page: self.first_page,
            last_page: self.last_page,
            empty: self.empty,
            contents: self.contents.into_iter().map(turn).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn the_last_page_holds_what_is_left() {
        let page = Page::of(&[1, 2, 3, 4, 5], 3, 2);
        assert_eq!(page.contents, [5]);
        assert_eq!((page.total_items, page.total_pages, page.page_number, page.size), (5, 3, 3, 1));
        assert!(page.last_page && !page.first_page && !page.empty);
    }

    #[test]
    fn an_empty_list_has_one_empty_page_that_is_first_and_last() {
        let page = Page::<u8>::of(&[], 1, 20);
        assert_eq!((page.total_items, page.total_pages, page.size), (0, 0, 0));
        assert!(page.first_page && page.last_page && page.empty);
    }

    #[test]
    fn odd_numbers_from_a_query_do_no_harm() {
        assert_eq!(Page::of(&[1, 2], 0, 0).contents, [1]);
        let far = Page::of(&[1, 2], usize::MAX, usize::MAX);
        assert!(far.empty && far.last_page && !far.first_page);
    }

    #[test]
    fn every_thing_is_on_exactly_one_page() {
        let all: Vec<u32> = (0..23).collect();
        let read: Vec<u32> = (1..=5).flat_map(|number| Page::of(&all, number, 5).contents).collect();
        assert_eq!(read, all);
    }
}
