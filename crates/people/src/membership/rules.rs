//! When a membership counts, and when two are the same.

use jiff::civil::Date;

use super::Membership;

impl Membership {
    /// Whether it counts on a date: from its first day to its last, both included.
    #[must_use]
    pub fn is_valid_on(&self, date: Date) -> bool {
        self.valid_from <= date && self.valid_to.is_none_or(|last| date <= last)
    }

    /// Whether it gives the same role in the same organisation on some day that the other does too.
    #[must_use]
    pub fn overlaps(&self, other: &Membership) -> bool {
        let reaches = |last: Option<Date>, first| last.is_none_or(|last| first <= last);
        self.person == other.person
            && self.organisation == other.organisation
            && self.role == other.role
            && reaches(self.valid_to, other.valid_from)
            && reaches(other.valid_to, self.valid_from)
            && reaches(self.valid_to, self.valid_from)
            && reaches(other.valid_to, other.valid_from)
    }
}

#[cfg(test)]
mod tests {
    use basics::Id;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::Role;

    fn librarian(from: i8, to: Option<i8>) -> Membership {
        Membership {
            id: Id::from_uuid(Uuid::nil()),
            person: Id::from_uuid(Uuid::nil()),
            organisation: Id::from_uuid(Uuid::nil()),
            role: Role::Librarian,
            valid_from: date(2026, 3, from),
            valid_to: to.map(|day| date(2026, 3, day)),
        }
    }

    #[test]
    fn the_first_and_the_last_day_count_and_the_days_around_them_do_not() {
        let bo = librarian(10, Some(20));
        let counts = [9, 10, 15, 20, 21].map(|day| bo.is_valid_on(date(2026, 3, day)));
        assert_eq!(counts, [false, true, true, true, false]);
        assert!(librarian(10, None).is_valid_on(date(2099, 1, 1)));
    }

    #[test]
    fn two_memberships_overlap_where_they_share_a_day() {
        for (first, second, expected) in [
            ((1, Some(10)), (10, Some(20)), true),
            ((1, Some(10)), (11, Some(20)), false),
            ((1, None), (20, None), true),
            ((20, None), (1, Some(19)), false),
            ((5, Some(6)), (1, None), true),
            // Taken away before it began: it never counted.
            ((5, Some(4)), (1, None), false),
        ] {
            let (a, b) = (librarian(first.0, first.1), librarian(second.0, second.1));
            assert_eq!(a.overlaps(&b), expected, "{first:?} and {second:?}");
            assert_eq!(b.overlaps(&a), expected, "{second:?} and {first:?}");
        }
    }

    #[test]
    fn another_role_or_place_is_another_membership() {
        let here = librarian(1, None);
        let elsewhere = Membership { organisation: Id::from_uuid(Uuid::max()), ..here.clone() };
        let teacher = Membership { role: Role::Teacher, ..here.clone() };
        assert!(!here.overlaps(&elsewhere));
        assert!(!here.overlaps(&teacher));
    }
}
