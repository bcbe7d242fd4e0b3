# Pages that only staff see: who may do what, and what has been done.

audit-title = Who has done what
audit-kind = What is it about?
audit-kind-hint = For example person, organisation, membership or help_point.
audit-subject = Id
audit-subject-hint = It stands last in the address of the page where the thing is.
audit-show = Show
audit-kind-missing = Write what it is about
audit-subject-missing = Write the id
audit-person-wrong = This is not the id of a person
audit-found = What has happened
audit-none = Nothing has happened.
audit-caption = Newest first, at most 200
audit-moment = { $date } at { $time }
audit-number = no. { $n }
audit-when = When
audit-who = Who
audit-what = What
audit-why = Why
audit-changes = Changes
