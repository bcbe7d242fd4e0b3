# What people are told of mandates: by mail, by letter and on their own page. A text message says the subject alone.

told-short = { $what }. Log in to see more.
told-link = See the mandate

told-given-subject = The mandate is in force
told-given-1 = { $giver } has given a mandate to { $holder }.
told-given-2 = It can be taken back at any time. Log in and choose Take back. Without MitID, call or come to citizen service.

told-received-subject = A new mandate
told-received-1 = { $holder } has been given a mandate by { $giver }.
told-received-2 = Log in to see what it covers. Use only your own MitID.

told-asked-subject = Somebody asks for a mandate
told-asked-1 = { $holder } asks for a mandate from { $giver }.
told-asked-2 = Log in to see what it is. You can say yes or no. Only say yes to somebody you know.

told-paper-subject = A mandate must be signed
told-paper-1 = { $holder } has made a form for { $giver }. It does not count until { $giver } has signed it.
told-paper-2 = Bring the form to citizen service. If you do not want it, you need not do anything.

told-second-subject = The mandate is being checked
told-second-1 = The mandate from { $giver } to { $holder } has been registered at citizen service.
told-second-2 = One more employee must look at it before it counts. You will be told.

told-rejected-subject = The answer is no
told-rejected-1 = { $giver } has said no to giving { $holder } a mandate.
told-rejected-2 = Talk together before you ask again.

told-rejected-counter-subject = The mandate is refused
told-rejected-counter-1 = Citizen service has said no to the mandate from { $giver } to { $holder }. It does not count.
told-rejected-counter-2 = Call or come by if you want to know why.

told-taken-back-subject = The mandate is taken back
told-taken-back-1 = The mandate from { $giver } to { $holder } has been taken back.
told-taken-back-2 = It does not count any more.

told-laid-down-subject = The mandate is handed back
told-laid-down-1 = { $holder } has handed back the mandate from { $giver }.
told-laid-down-2 = It does not count any more.

told-ended-counter-subject = The mandate has ended
told-ended-counter-1 = Citizen service has ended the mandate from { $giver } to { $holder } because one of you asked for it.
told-ended-counter-2 = It does not count any more. Call if this is a mistake.

told-over-subject = The mandate has run out
told-over-1 = The mandate from { $giver } to { $holder } has run out.
told-over-2 = If it is needed, make a new one.

told-not-answered-subject = Nobody answered in time
told-not-answered-1 = Nobody said yes to the mandate from { $giver } to { $holder }. It has now lapsed.
told-not-answered-2 = If it is needed, ask again.

told-death-subject = A mandate has ended
told-death-1 = The mandate from { $giver } to { $holder } has ended because one of the two has died.
told-death-2 = You need not do anything. Call if you want to talk to somebody.

told-ends-soon-subject = The mandate runs out soon
told-ends-soon-1 = The mandate from { $giver } to { $holder } runs out soon.
told-ends-soon-2 = { $days ->
    [0] Today is its last day. If it is needed longer, make a new one.
    [one] It counts for 1 more day. If it is needed longer, make a new one.
   *[other] It counts for { $days } more days. If it is needed longer, make a new one.
}

told-used-first-subject = The mandate has been used
told-used-first-1 = { $holder } has used the mandate from { $giver } for the first time.
told-used-first-2 = Log in to see what was done. If it is wrong, take the mandate back.

told-refused-attempt-subject = Somebody tried without leave
told-refused-attempt-1 = { $holder } tried to see or do something that the mandate from { $giver } does not allow. It was stopped.
told-refused-attempt-2 = It may be a mistake. You need not do anything, but you can take the mandate back.

# The letter that the counter prints for the giver.

told-letter-title = About your mandate
told-letter-active = { $giver } has given a mandate to { $holder }. It covers this:
told-letter-waiting = The mandate from { $giver } to { $holder } does not count yet. It is about this:
told-letter-rejected = The mandate from { $giver } to { $holder } is refused. It was about this:
told-letter-ended = The mandate from { $giver } to { $holder } has ended. It was about this:
told-letter-from = It counts from { $date }.
told-letter-until = It counts until { $date }.
told-letter-no-end = It counts until it is taken back.
told-letter-back = It can be taken back at any time. Come to citizen service, or call us.
