# A company's rights: to its people, to an adviser, and from the adviser to its named people.

company-mine-title = My companies
company-mine-line = See what you may do for a company.
company-mine-lead = Here you can act for a company with your own MitID.
company-mine-none = You have no company here.
company-signs = You can sign alone.
company-may = You can
company-may-for = { $powers } for { $name }
company-post = Post

company-rights-title = Rights
company-rights-none = Nobody has been given rights yet.
company-opens = Allows
company-state = Status
company-since = From
company-until = Until
company-last-used = Last used
company-never-used = Never
company-through = Passed on by
company-take-back = Take back
company-yes = Say yes
company-no = Say no
company-over = Ended
company-people = Who works here
company-people-text = Choose somebody and give a right. Whoever leaves loses everything at once.
company-give = Give a right
company-give-title = Give a right
company-give-lead = What may the person do for { $name }?
company-to = To
company-adviser-title = Adviser
company-adviser-text = Let your accountant or another company act for you.
company-adviser-give = Let an adviser act
company-adviser-lead = What may the adviser do for { $name }? They can pass it on to their own people.
company-cvr = The adviser's CVR number
company-cvr-hint = Eight digits
company-person = Who shall have it?
company-person-hint = They must work with you
company-powers = What do you allow?
company-unit = Only the department with P-number
company-unit-hint = Ten digits. Empty: the whole company.
company-starts-on = From
company-ends-on = Until
company-ends-on-hint = Empty: until you take it back
company-past = Post from before today
company-past-yes = May be read too
company-past-no = May not be read
company-send = Allow now
company-explained = What do they mean?

company-join-title = New employee
company-join-lead = Type number and name. Then you can give the person rights.
company-cpr = CPR number
company-cpr-hint = Ten digits. It is not shown again.
company-name = Name
company-join = Add
company-end-title = Does not work here any more
company-end-text = The person loses every right here at once, from the next click.
company-end-rights = { $count ->
    [0] The person has no rights now.
    [one] The person has 1 right now.
   *[other] The person has { $count } rights now.
}
company-end = End now

company-held-title = What we have been given
company-held-text = Others have allowed you this. You can pass it on to named people who work with you. They cannot pass it on again.
company-held-none = Nobody has given you anything.
company-not-passed-on = Nobody with you has been given it yet.
company-passed-on = Passed on to
company-pass-on-title = Pass on
company-pass-on-lead = Who with you may act for { $name }? You can pass on what you have yourselves, or less.
company-lay-down = Hand back

company-saved-given = It is allowed. The person is told.
company-saved-taken = It is taken back. That counts from now on.
company-saved-yes = You have said yes.
company-saved-no = You have said no.
company-saved-joined = The person is in, but has no rights yet.
company-saved-left = The person has left, and has lost every right.
company-saved-back = You have handed it back.

company-error-cvr = CVR number: We know no company with that number
company-error-person = CPR number: We know nobody with that number and that name
company-error-already-here = CPR number: The person is an employee already
company-error-powers = What do you allow: Choose at least one thing
company-error-power = What do you allow: Some of it cannot be given
company-error-starts-on = From: That is no date
company-error-ends-on = Until: That is no date
company-error-ends-before = Until: It ends before it begins
company-error-past = Until: The day has passed
company-error-too-long = Until: Ten years ahead at most
company-error-limit-case = Number of the case: At most 40 characters
company-error-limit-unit = P-number: Type ten digits
company-error-oneself = A company cannot give anything to itself
company-error-too-young = A giver must be { $years } years old
company-error-wider = That is more than you have been given. See the dates too.
company-error-too-deep = It has been passed on as often as it may. Ask the owner to give it directly.
company-error-not-employee = Who shall have it: Choose somebody who works with you
company-error-step = That is not possible any more. See where it stands now.
company-error-already = The same is there already
company-error-too-many = Too much was asked for. Wait a little.
company-error-dead = One of the two has died
company-error-involved = You may not decide that yourself
company-error-other-people = That is somebody else than the one named
company-error-case = Number of the case: Type 1 to 40 characters
company-error-same-employee = Somebody else must look at it
