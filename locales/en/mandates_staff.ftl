# Mandates at the counter: registering, the second pair of eyes, and the look afterwards.

counter-title = Mandates
counter-lead = Type both numbers. The look-up is noted, and the citizens can see it. Reading access to post is made here too.
counter-giver = Gives the mandate
counter-giver-hint = CPR or CVR number
counter-holder = Gets the mandate
counter-holder-hint = CPR or CVR number
counter-code = Code on the form
counter-code-hint = If the citizen has a form, scan its code or type it. Then no numbers are needed.
counter-find = Find
counter-waiting-count = { $count ->
    [0] Nothing waits for a second look
    [one] 1 waits for a second look
   *[other] { $count } wait for a second look
}
counter-review-count = { $count ->
    [0] Nothing is to be reviewed
    [one] 1 is to be reviewed
   *[other] { $count } are to be reviewed
}

counter-between-title = Between the two
counter-between-none = There is nothing between the two.
counter-between-some = What is there already
counter-new = Make a new one
counter-new-title = New mandate
counter-powers = What does it open?
counter-starts-on = From
counter-ends-on = Until
counter-ends-on-hint = Empty: until it is taken back
counter-past = Post from before today
counter-case-limit = Only the case with number
counter-case-limit-hint = Empty: every case
counter-go-on = Go on

counter-one-title = Mandate
counter-state = Status
counter-basis = Basis
counter-opens = Opens
counter-only = Only
counter-do = Do
counter-kind = Proof
counter-by = Registered by
counter-register-title = Register it
counter-register-text = Read aloud what it opens. See proof of identity of both, and type the numbers from it. Take no copy.
counter-sensitive = It opens something sensitive. A colleague must say yes too before it counts.
counter-seen-kind = What have you seen?
counter-seen-kind-hint = Only the kind is kept
counter-kind-passport = Passport
counter-kind-driving-licence = Driving licence
counter-kind-identity-card = Identity card
counter-kind-residence-card = Residence card
counter-kind-two-witnesses = Two witnesses who have shown who they are
counter-kind-signed-form = Signed form and proof of identity
counter-kind-general-power = General power of attorney
counter-kind-future-power = Future power of attorney that is in force
counter-case = Case number
counter-case-hint = The municipality's case about it
counter-seen-giver = Number of the one who gives
counter-seen-holder = Number of the one who gets
counter-seen-hint = Type it from what you have seen
counter-register = Register
counter-second-title = One more must look
counter-second-text = See that these are the right two, and that they want it.
counter-second-yes = Yes, it may count
counter-second-no = No, refuse it
counter-second-own = You registered it yourself. A colleague must say yes.
counter-reject-title = The citizen says no
counter-asker = The citizen's number
counter-reject-hint = The one who was to give the mandate
counter-reject = Refuse
counter-end-title = End it
counter-end-hint = The one who gave it, or the one who got it
counter-end = End now
counter-print = Print the letter
counter-print-title = Letter to print
counter-print-text = Print the page on A4 and give it to the citizen.

counter-saved-registered = The mandate counts now. Both are told.
counter-saved-waits = It is registered, and waits for a colleague. Both are told.
counter-saved-second = The mandate counts now. Both are told.
counter-saved-refused = The mandate is refused. Both are told.
counter-saved-rejected = The mandate is refused. Both are told.
counter-saved-ended = The mandate does not count any more.

counter-waiting-title = Waiting for a second look
counter-waiting-lead = These open something sensitive. Somebody else than the one who registered them must say yes or no.
counter-waiting-none = Nothing waits.
counter-waiting-own = Your own
counter-waiting-look = Look at it
counter-review-title = To be reviewed
counter-review-lead = Chance has chosen these. Find the case and see that all is in order. Your own are not here.
counter-review-none = Nothing is to be reviewed.
counter-review-right = In order
counter-review-wrong = Wrong
counter-reviewed-right = Noted: in order.
counter-reviewed-wrong = Noted: wrong. The mandate has ended, and both are told.

counter-error-number-missing = Type a number
counter-error-number-wrong = That is neither a CPR number of ten digits nor a CVR number of eight
counter-error-number-unknown = Nobody here has that number
counter-error-code-unknown = That code is not here
counter-error-other-person = That is somebody else than the mandate names
counter-error-kind = Choose one
counter-error-powers = What does it open: Choose at least one thing
counter-error-power = What does it open: Some of it cannot be given by this giver
counter-error-starts-on = From: That is no date
counter-error-ends-on = Until: That is no date
counter-error-ends-before = Until: It ends before it begins
counter-error-past = Until: The day has passed
counter-error-too-long = Until: Ten years ahead at most
counter-error-limit-case = Number of the case: At most 40 characters
counter-error-limit-unit = P-number: Type ten digits
counter-error-oneself = The two are the same
counter-error-too-young = A giver must be { $years } years old
counter-error-wider = That is more than was given
counter-error-too-deep = It cannot be passed on again
counter-error-not-employee = Whoever gets it does not work there
counter-error-step = Somebody else was faster. See where it stands now.
counter-error-already = The same is there already
counter-error-too-many = Too much was asked for. Wait a little.
counter-error-dead = One of the two has died. No mandate can be given.
counter-error-involved = You are a party yourself, or near family of one. Ask a colleague to do it.
counter-error-other-people = The two that you have seen are not those in the mandate
counter-error-case = Case number: Type 1 to 40 characters
counter-error-same-employee = You registered it yourself. A colleague must look at it.
counter-error-wrong-numbers = { $minutes ->
    [one] Many numbers were typed that did not fit. Wait 1 minute, or ask a colleague to look it up.
   *[other] Many numbers were typed that did not fit. Wait { $minutes } minutes, or ask a colleague to look it up.
}
