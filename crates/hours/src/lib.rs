//! Opening hours: RFC 5545 rules, exceptions and public holidays.
