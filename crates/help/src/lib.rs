//! Where is help: help points, services, opening hours, search, HSDS.
