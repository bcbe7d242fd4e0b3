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
