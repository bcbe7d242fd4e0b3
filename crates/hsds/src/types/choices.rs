//! The closed lists of the standard.

use crate::record::choice;

choice! {
    /// Whether a service can be used.
    ServiceStatus {
        /// It runs.
        Active = "active",
        /// It does not run now.
        Inactive = "inactive",
        /// It has ended for good.
        Defunct = "defunct",
        /// It is closed for a while.
        TemporarilyClosed = "temporarily closed",
    }
}

choice! {
    /// What sort of place a location is.
    LocationType {
        /// People come there.
        Physical = "physical",
        /// Letters go there.
        Postal = "postal",
        /// It is on the net or the telephone.
        Virtual = "virtual",
    }
}

choice! {
    /// What an address is for.
    AddressType {
        /// People come there.
        Physical = "physical",
        /// Letters go there.
        Postal = "postal",
        /// It is on the net.
        Virtual = "virtual",
    }
}

choice! {
    /// How often a schedule comes round.
    Frequency {
        /// By the week.
        Weekly = "WEEKLY",
        /// By the month.
        Monthly = "MONTHLY",
    }
}

choice! {
    /// A day of the week in the spelling of RFC 5545.
    Weekday {
        /// Monday.
        Monday = "MO",
        /// Tuesday.
        Tuesday = "TU",
        /// Wednesday.
        Wednesday = "WE",
        /// Thursday.
        Thursday = "TH",
        /// Friday.
        Friday = "FR",
        /// Saturday.
        Saturday = "SA",
        /// Sunday.
        Sunday = "SU",
    }
}
