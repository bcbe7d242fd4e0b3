# For programmers and those who look after the program.

api-title = Try the interface
api-lead = For programs: fetch where help is.
api-call = Call
gallery-title = Components
gallery-lead = Every part of the pages, as templates write it.
gallery-icons = Icons
