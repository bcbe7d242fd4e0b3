# Pages that only staff see: who may do what, and what has been done.

audit-title = Hvem har gjort hvad
audit-kind = Hvad drejer det sig om?
audit-kind-hint = For eksempel person, organisation, membership eller help_point.
audit-subject = Id
audit-subject-hint = Står sidst i adressen på den side, hvor tingen er.
audit-show = Vis
audit-kind-missing = Skriv, hvad det drejer sig om
audit-subject-missing = Skriv id
audit-person-wrong = Det er ikke id på en person
audit-found = Det er der sket
audit-none = Der er ikke sket noget.
audit-caption = Nyeste øverst, højst 200
audit-moment = { $date } kl. { $time }
audit-number = nr. { $n }
audit-when = Hvornår
audit-who = Hvem
audit-what = Hvad
audit-why = Hvorfor
audit-changes = Ændringer
