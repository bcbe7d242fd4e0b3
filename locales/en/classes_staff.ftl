# The teacher's pages about a class.
class-teach-title = The class
class-open-title = Hold a class
class-open-lead = Open a class with one press. Learners join by typing a code. Nobody needs an account.
class-open-1 = Each learner gets practice of their own, where nothing is real.
class-open-2 = Learners get pictures instead of names. You see how far they are, and who is stuck. You do not see what they type.
class-open-3 = The class closes by itself when nobody has used it for 4 hours.
class-open = Open a class
class-open-more = Choose exercises first
class-open-so = Open the class with those exercises
class-open-new = Open a new class
class-i-learn = I am a learner and have a code
class-choose-title = Exercises of the class
class-choose-link = Choose exercises
class-choose-legend = Which exercises is the class to do?
class-choose-hint = Those that you choose come first on the learners' list. The others are still there.
class-choose-save = Save
class-quiz = End each exercise with a few questions
class-quiz-on = Exercises end with a few questions.
class-overview-title = The class at a glance
class-code-is = Code:
class-is-paused = The class is pausing. Learners see a page about it at their next click.
class-board-link = Show the code on the board
class-slips-link = Print slips
class-do-title = The whole class
class-pause = Pause
class-go-on = Go on
class-send-to = Send everybody to
class-send = Send
class-send-exercises = The list of exercises
class-send-post = Digital Post
class-send-mandates = Mandates
class-send-my-page = My page
class-send-telephone = The practice telephone
class-send-sign-in = Sign in
class-time-text = Let time pass for everybody:
class-chosen = Exercises of the class
class-learners = { $n ->
        [0] No learners yet
        [one] 1 learner
       *[other] { $n } learners
    }
class-live = The list follows by itself.
class-not-live = The list does not follow by itself just now.
class-look-again = Look again
class-table = Who is where
class-col-learner = Learner
class-col-exercise = Exercise
class-col-where = Is at
class-col-step = Last step
class-col-do = Do something
class-row-stuck = Stuck
class-row-gone = The practice has ended. The learner can type the code again and keeps the picture.
class-row-none = Not begun
class-row-done = Finished
class-row-task = Task { $n } of { $of }
class-row-hints = { $n } of { $of } hints
class-row-minutes = { $n ->
        [0] Just now
        [one] 1 minute ago
       *[other] { $n } minutes ago
    }
class-row-show = Show on the board
class-row-anew = Begin anew
class-anew-all = everybody
class-anew-everybody = Begin anew for everybody
class-anew-sure = Begin anew for { $who }?
class-anew-text = Everything that was done in the practice is deleted.
class-anew-do = Yes, begin anew
class-anew-not = No
class-end = End the class
class-end-title = End the class
class-end-text = The code stops working. Learners can go on by themselves until they are finished. You can fetch the results for a day.
class-ended = The class has ended
class-ended-text = Learners can go on by themselves.
class-results-title = What the class did
class-results-link = What the class did
class-results-text = Nothing here is about one person. Where fewer than 3 have done an exercise, hints and time are not shown.
class-results-none = Nobody has begun an exercise.
class-results-table = Exercises
class-results-csv = Fetch as a table (CSV)
class-results-kept = The results are here for a day, and are then deleted.
class-col-began = Began
class-col-finished = Finished
class-col-hints = Hints in all
class-col-median = Median time
class-minutes = { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
class-to-overview = Back to the overview
class-back-title = Come back to your class
class-back-link = I already have a class and a code to come back
class-back-label = Your code
class-back-hint = Three times four letters and digits. It is not the learners' code.
class-back-do = Go to the class
class-back-wrong = No class has that code. See whether a letter is mistyped.
class-back-code-title = Code for another computer
class-back-code-link = Code for another computer
class-back-code-text = This browser remembers that you are the teacher of the class. To use another computer you need a code.
class-back-code-projector = See to it that the board does not show your screen now. Whoever has the code can run the class.
class-back-code-make = Show a code
class-back-code-write = Write the code down now. It is shown this once only. A code that you had before does not work any more.
class-back-code-where = Type it on the other computer here:
