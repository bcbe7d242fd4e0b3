# Signing in, my own page, and what people are in an organisation.

sign-in-title = Sign in
sign-in-lead = Choose how you want to sign in.
sign-in-with = Sign in with { $broker }
sign-in-none = You cannot sign in right now.
sign-in-not-needed = You can find help without signing in.
sign-in-again = Sign in again
signed-out-title = You are signed out
signed-out-text = Close the window too if others use the computer after you.

sign-in-not-known-title = We do not know you yet
sign-in-not-known-text = We can see who you are, but nobody has given you access here.
sign-in-not-known-next = Ask the person who runs this site where you work. Show them these two lines:
sign-in-not-known-broker = Signed in with
sign-in-not-known-number = Your number
sign-in-other-way = Sign in another way

problem-sign-in-cancelled-title = You are not signed in
problem-sign-in-cancelled-text = You stopped before you were done. Nothing has happened. You can try again.
problem-sign-in-late-title = It took too long
problem-sign-in-late-text = For your safety you need to start again. Take your time: you have half an hour.
problem-sign-in-used-title = This can only be used once
problem-sign-in-used-text = You may have gone back in your browser, or opened an old link. Start again.
problem-sign-in-other-browser-title = You changed windows
problem-sign-in-other-browser-text = You started to sign in in another browser. Start again here, and stay in the same browser.
problem-sign-in-unavailable-title = You cannot sign in right now
problem-sign-in-unavailable-text = We get no answer. It is not your fault. Try again in a while.
problem-sign-in-refused-title = You are not signed in
problem-sign-in-refused-text = We got an answer that we cannot trust. Start again. Call us if it happens again.
problem-sign-in-too-weak-title = You need to show more safely who you are
problem-sign-in-too-weak-text = We need to be more certain that it is you. Sign in again with the MitID app, the code display or the chip.

my-page-title = My page
my-page-me = What we know about you
my-page-name = Name
my-page-birth-date = Born
my-page-from = from { $from }
my-page-from-to = from { $from } to { $to }
my-page-former = Earlier and later roles
my-page-moment = { $date } at { $time }
my-page-you = You
my-page-sessions = Where you are signed in
my-page-sessions-text = Is there one that you do not recognise? Then sign out everywhere.
my-page-session-since = Signed in
my-page-session-seen = Last used
my-page-session-by = With
my-page-session-this = Here
my-page-sign-out-everywhere = Sign out everywhere
my-page-log = What has happened
my-page-log-text = This is everything you have done, and what others have done with your data.
my-page-log-when = When
my-page-log-who = Who
my-page-log-what = What
my-page-log-why = Why
my-page-refused-why = The role does not give access there
my-page-log-more = The list shows only the newest. Download your data to see everything.
my-page-download = Take your data with you
my-page-download-text = You can download everything we know about you in one file.
my-page-download-link = Download my data

role-citizen = Citizen
role-helper = Helper
role-trusted-employee = Trusted employee
role-librarian = Librarian
role-teacher = Teacher
role-volunteer = Volunteer
role-coordinator = Coordinator
role-programme-manager = Programme manager
role-analyst = Analyst
role-administrator = Administrator

organisation-kind-authority = Authority
organisation-kind-library = Library
organisation-kind-association = Association
organisation-kind-company = Company

did-person-create = A person was registered
did-identity-link = A way to sign in was added
did-session-start = Signed in
did-session-end = Signed out
did-session-end-all = Signed out everywhere
did-membership-add = A role was given
did-membership-end = A role was given an end date
did-organisation-create = An organisation was registered
did-organisation-edit = An organisation was corrected
did-access-refuse = Was refused access
did-audit-read = Read what has been done
