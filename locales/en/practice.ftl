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

# A new telephone, and a user name that somebody has forgotten.
mitid-forgotten-link = I have forgotten my user name
mitid-forgotten-title = Find your user name
mitid-forgotten-text = It happens to many. Write who you are in the exercise. Then we find the name.
mitid-forgotten-name = Name
mitid-forgotten-name-hint = Write the whole name from the exercise.
mitid-forgotten-cpr = CPR number
mitid-forgotten-cpr-hint = Use the number from the exercise. Never write your own here.
mitid-forgotten-look = Find the user name
mitid-forgotten-real = In real life you do this at the real MitID. They can also help by telephone.
mitid-forgotten-back = Now I remember it
mitid-forgotten-name-missing = Write a name
mitid-forgotten-cpr-wrong = Write a CPR number with 10 digits
mitid-forgotten-nobody = We find nobody with this name and this number. Check if they are typed correctly.
mitid-found-title = Here is your user name
mitid-found-text = We found it. Your user name is:
mitid-found-write = Write it down where you can find it again. It is not a secret as a code is.
mitid-found-use = Sign in with it
mitid-telephone-link = I have got a new telephone
mitid-inactive-title = The app is not on a telephone yet
mitid-inactive-text = First the app must come onto your new telephone. Or you can use a code device.
mitid-telephone-begin = Get the app on my telephone
mitid-telephone-title = Get the app on the new telephone
mitid-telephone-text = You show who you are. Choose the way that suits you.
mitid-telephone-chip = With your passport
mitid-telephone-chip-text = There is a small chip in the passport. The new telephone can read it.
mitid-telephone-chip-choose = Use the passport
mitid-telephone-letter = With a code in a letter
mitid-telephone-letter-text = A letter with a code takes some days. Here in practice it comes at once.
mitid-telephone-letter-choose = Send me a letter
mitid-telephone-other = Choose another way
mitid-telephone-back = Back to signing in
mitid-chip-title = Read the chip in the passport
mitid-chip-text = The telephone is drawn here on the page. The passport is a practice passport.
mitid-chip-phone = Hold the passport against the telephone
mitid-chip-phone-text = Lay the telephone on the passport and keep it quite still.
mitid-chip-read = Read the passport
mitid-expired-title = The passport has expired
mitid-expired-text = The last day on which it held is over. That is why the telephone cannot use it.
mitid-expired-calm = It is not your fault, and you can still get help.
mitid-expired-real = What you do in real life
mitid-expired-1 = You go to the citizen service (Borgerservice) of your municipality.
mitid-expired-2 = Call first and ask what to bring.
mitid-expired-3 = They see who you are and help you on.
mitid-expired-go-on = Here in practice you can pretend that you have been there.
mitid-expired-counter = I have been at the citizen service
mitid-activate-title = Write the code in the new telephone
mitid-activate-hint = Write the 8 digits on the paper.
mitid-activate-missing = Write 8 digits
mitid-activate-letter = The letter with the code
mitid-activate-letter-text = Never show a code to anybody. Not even if they call.
mitid-activate-counter = The paper from the citizen service
mitid-activate-counter-text = They have seen who you are and given you a code.
mitid-ready = The app is ready
mitid-ready-text = Now you can sign in with the new telephone.
mitid-locked-do = You only have to wait. Was it not you who tried? In real life you then call MitID.

# The stories that one can begin in.
practice-stories = Choose a story
practice-stories-text = You can also begin in the middle of a task. Find your group and press a story.
