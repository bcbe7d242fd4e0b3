# The simulated MitID, called Øve-MitID: what learners meet when they practise signing in.

mitid-mark = Practice: nothing here is real
mitid-mark-text = You are practising with Øve-MitID. Never write your real user name or a real code here.
mitid-continue = Continue
mitid-cancel = Cancel
mitid-again = Try again
mitid-start-again = Start again
mitid-other-name = Use another user name
mitid-number = Number:

mitid-name-title = Sign in with Øve-MitID
mitid-name-label = User name
mitid-name-hint = Use a user name from the exercise. Capital and small letters are the same.
mitid-name-missing = Write a user name
mitid-name-unknown = Øve-MitID does not know the user name. Check if it is typed correctly.
mitid-users-title = Who can I practise as?
mitid-users-text = Write one of the user names in bold. All the people are made up.

mitid-app-title = Open the app on the telephone
mitid-app-text = We have sent a request to the practice telephone. It is drawn here on the page.
mitid-app-open = Press “Open” on the practice telephone.
mitid-compare-title = Is the number the same?
mitid-compare-text = Look at the number here. Look at the number on the practice telephone.
mitid-compare-same = Are they the same, and is it you who is signing in? Press “Approve”.
mitid-compare-other = Are you not sure? Press “Reject”.
mitid-phone-note = Practice – not the real MitID
mitid-phone-waiting = A request is waiting
mitid-phone-waiting-text = Someone wants to sign in with your user name. Is it you?
mitid-open = Open
mitid-phone-compare = Do you want to approve?
mitid-phone-service = You are signing in to
mitid-approve = Approve
mitid-reject = Reject
mitid-use-code = I want to use a code device
mitid-use-app = I want to use the telephone

mitid-rejected-title = You have rejected the request
mitid-rejected-text = Nobody is signed in.
mitid-rejected-right = It is right to reject when it is not you who is signing in.

mitid-code-title = Write the code from the code device
mitid-code-label = Code
mitid-code-hint = Write the 6 digits that the code device shows.
mitid-code-missing = Write 6 digits
mitid-code-wrong = { $left ->
        [one] The code is not right. You have 1 try left.
       *[other] The code is not right. You have { $left } tries left.
    }
mitid-device = Practice code device

mitid-locked-title = The user name is locked
mitid-locked-text = A wrong code was written { $tries } times. Øve-MitID then locks the user name for { $minutes } minutes.
mitid-locked-ends = You can try again at { $time }.
mitid-locked-why = The lock protects you. Nobody can keep on guessing.

mitid-over-title = You need to start again
mitid-over-text = More than 10 minutes have passed, or you have already finished here. Nothing has gone wrong.
mitid-stranger-title = Øve-MitID cannot begin
mitid-stranger-text = The address that sent you here is not on the list, so we do not send you on. Start again.

# Sandboxes: the bar on every page of one, and the pages about it.

practice-region = Practice
practice-title = practice
practice-mark = Practice: nothing here is real
practice-telephone = { $n ->
        [0] Practice telephone
        [one] Practice telephone: 1 new message
       *[other] Practice telephone: { $n } new messages
    }
practice-telephone-empty = There are no messages yet.
practice-telephone-open = Open the practice telephone
practice-reset = Start again
practice-end = End practice

practice-front = Practise
practice-front-line = Try everything. Nothing is real, and nothing can go wrong.
practice-front-more = Read about practising

practice-outside-title = Practise, and nothing can go wrong
practice-outside-lead = You are a made-up person. You can read post, give power of attorney and much more. The pages are the real ones. Everything in them is made up.
practice-outside-1 = You do not log in with your own MitID. We do not ask who you are.
practice-outside-2 = Nothing is sent to anybody. You cannot do anything wrong.
practice-outside-3 = You can start again whenever you like. After a day without use, everything is gone.
practice-begin = Practise
practice-begin-log-in = Practise logging in
practice-ended = Practice has ended
practice-ended-text = Everything you wrote is deleted.
practice-again = Practise again

practice-telephone-title = The practice telephone
practice-telephone-lead = Here comes what the system would have sent. Nothing is sent to anybody.
practice-messages = Messages
practice-message-to = To { $to }
practice-moment = { $date } at { $time }
practice-clock-title = Let time pass
practice-clock-now = In this practice it is now { $now }.
practice-clock-text = Some things happen only after some days. You can move the time forward.
practice-clock-days = { $n ->
        [one] 1 day forward
       *[other] { $n } days forward
    }
practice-who-link = Be somebody else in this practice
practice-who-title = Who do you want to be?
practice-who-lead = Everybody is made up. Choose one, and you are logged in as that person.

problem-practice-full-title = There is no room just now
problem-practice-full-text = Many people are practising just now. Wait a little, and try again.
problem-practice-over-title = The practice is over
problem-practice-over-text = It was ended, or nobody has used it for a day. Nothing went wrong. You can begin a new one.
problem-practice-upgraded-title = The practice is over
problem-practice-upgraded-text = We have made the pages better. That ended the old practices. You can begin a new one.
