# Digital Post: the inbox, letters, folders, search, answering and sending on.

problem-no-mailbox-title = You have no post here yet
problem-no-mailbox-text = Here you can read letters from the public authorities. First you need a mailbox. It is free, and we show you how.
problem-no-company-mailbox-title = There is no post here yet
problem-no-company-mailbox-text = The mailbox opens when somebody first writes to you. You need not do anything.
problem-no-reply-title = You cannot answer that letter
problem-no-reply-text = Whoever sent the letter takes no answers here. Look in the letter for where to call or write.
problem-open-first-title = Open the letter first
problem-open-first-text = The letter may have effects for whoever it is for. Read what it means to open it. Then you can choose.

mail-nav = Post
mail-menu = Your menu
mail-acting = Whose post you are reading
mail-acting-for = You are reading the post of
mail-change-box = Change mailbox
mail-to-welcome = How to get a mailbox
mail-to-boxes = Choose another mailbox
mail-to-inbox = Go to the inbox
mail-to-letter = Back to the letter

mail-inbox = Inbox
mail-archive = Archive
mail-sent = Sent
mail-bin = Bin
mail-folders-nav = Folders of post
mail-own-folders = { $count ->
    [one] My own folder
   *[other] My { $count } folders
}
mail-unread-count = { $count ->
    [one] 1 unread
   *[other] { $count } unread
}
mail-letters-count = { $count ->
    [0] No letters
    [one] 1 letter
   *[other] { $count } letters
}

mail-empty-inbox = You have no letters here. We tell you when something comes.
mail-empty-archive = The archive is empty. Put letters here when you are done with them.
mail-empty-sent = You have not sent anything yet.
mail-empty-bin = The bin is empty.
mail-empty-own = The folder is empty. Choose a letter in the inbox, and move it here.
mail-bin-text = Here is what you have deleted. You can get it back for { $days } days. Then it is gone for good.
mail-bin-helper = Only the person you help can delete letters and take them back.

mail-from = From { $name }
mail-to = To { $name }
mail-nobody = somebody who gave no name
mail-no-subject = Letter without a subject
mail-came-on = Came { $date }
mail-sent-on = Sent { $date }
mail-deleted-on = Deleted { $date }
mail-came-at = Came { $date }.
mail-sent-at = Sent { $date }.
mail-holds-from = The letter counts from that day.
mail-moment = { $date } at { $time }
mail-from-to = { $from } to { $to }
mail-reply-by = Answer by { $date }
mail-left-over = It is too late now.
mail-left = { $days ->
    [0] That is today.
    [one] That is tomorrow.
   *[other] That is in { $days } days.
}
mail-unread = Unread
mail-important = Important
mail-has-actions = There is something to do
mail-in-short = In short:
mail-files-count = { $count ->
    [one] 1 attachment
   *[other] { $count } attachments
}
mail-tick = Choose the letter
mail-pages = Pages of letters
mail-first-page = To the newest
mail-older = Older letters

mail-with-ticked = Do this with the letters you have chosen
mail-mark-read = Mark as read
mail-mark-unread = Mark as unread
mail-to-archive = Put in the archive
mail-delete = Delete
mail-take-back = Take back
mail-take-back-one = Take the letter back
mail-undo = Undo
mail-move-label = Move to a folder
mail-move-choose = Choose a folder
mail-move = Move
mail-done-moved = { $count ->
    [one] 1 letter has been moved.
   *[other] { $count } letters have been moved.
}
mail-done-archived = { $count ->
    [one] 1 letter is now in the archive.
   *[other] { $count } letters are now in the archive.
}
mail-done-read = { $count ->
    [one] 1 letter is now read.
   *[other] { $count } letters are now read.
}
mail-done-unread = { $count ->
    [one] 1 letter is now unread.
   *[other] { $count } letters are now unread.
}
mail-done-deleted = { $count ->
    [one] 1 letter has been deleted. You can get it back for { $days } days.
   *[other] { $count } letters have been deleted. You can get them back for { $days } days.
}
mail-done-taken-back = { $count ->
    [one] 1 letter is back where it was.
   *[other] { $count } letters are back where they were.
}
mail-done-none = Choose a letter first. Tick the box beside it.
mail-done-nowhere = Choose a folder first. Then press “Move”.
mail-done-gone = The folder is not there any more. Nothing was moved.
mail-done-sent = The letter has been sent. It is under “Sent” in the mailbox of the one you help.

mail-search-title = Search your post
mail-search-label = Search for a letter
mail-search-button = Search
mail-found = { $count ->
    [one] 1 letter with “{ $q }”
   *[other] { $count } letters with “{ $q }”
}
mail-found-many = We found { $count } letters. Here are the newest { $most }. Add a word to find fewer.
mail-found-none = We found no letters with “{ $q }”.
mail-tips-title = How to find it
mail-tip-fewer = Type only one or two words.
mail-tip-sender = Type the name of whoever sent the letter.
mail-tip-spelling = You can type ae, oe and aa if you do not have æ, ø and å.
mail-tip-bin = Was the letter deleted? Then look here:

mail-boxes-title = Choose a mailbox
mail-boxes-link = Other mailboxes
mail-boxes-text = Here are the mailboxes that you may open.
mail-own-post = My own post
mail-no-box-yet = No mailbox yet
mail-inbox-unread = { $count ->
    [0] Nothing unread
    [one] 1 unread letter
   *[other] { $count } unread letters
}

mail-before-title = Read this before you open the letter
mail-before-text = The letter may set a time limit or a duty. When you open it, it may count as having been read. Talk first to whoever it is for.
mail-before-call-up = The letter calls the person you help to a meeting or to court. When you open it, it may count as if they had got it themselves. A time limit may begin today. Talk to them first.
mail-before-step-back = You can leave the letter. Then nothing happens now. They can open it themselves.
mail-before-open = Open the letter
mail-before-leave = Leave it

mail-sent-by = Sent by
mail-written-by = Written by
mail-legal = The letter may give you a time limit or a duty. Read it with care, or have somebody read it with you.
mail-is-deleted = The letter is in the bin.
mail-appointment = Appointment:
mail-appointment-when = When
mail-appointment-where = Where
mail-appointment-with = With
mail-appointment-calendar = Put it in my calendar
mail-appointment-over = The time is over.
mail-action-payment = You can pay here
mail-action-self-service = You can do it yourself here
mail-action-sign = You are to sign
mail-action-confirm = You are to say yes or no
mail-action-prepare = You are to make something ready
mail-action-enrol = You can enrol
mail-action-page = Read more here
mail-action-later = You can use it from { $date }.
mail-action-over = It ended { $date }. Call the sender if you did not manage it in time.
mail-action-until = You can use it until { $date }.
mail-action-unsafe = We cannot see where the link leads. So you cannot press it.
mail-leads-to = The button leads to another site: { $host }
mail-picture = Picture: { $name }
mail-pictures-left-out = { $count ->
    [one] We do not show 1 picture in the letter. It could give away that you read it.
   *[other] We do not show { $count } pictures in the letter. They could give away that you read it.
}
mail-had-form = There were fields to fill in in the letter. We do not show them. Never write codes in a letter.
mail-was-cut = The letter is too long to show here. Get all of it at the bottom of the page.
mail-formats = The letter as a file
mail-attachments = Attachments
mail-technical = Files for other programs
mail-kind-pdf = PDF
mail-kind-picture = Picture
mail-kind-text = Text
mail-kind-table = Table
mail-kind-film = Film or sound
mail-kind-packed = Packed file
mail-kind-file = File
mail-file-about = { $kind }, { $size }
mail-size-kb = { $n } KB
mail-size-mb = { $n } MB
mail-open-file = Open { $name }
mail-save-file = Download { $name }
mail-save = Download
mail-save-anyway = Download the file anyway
mail-file-never = The file may be dangerous. You cannot download it here.
mail-file-differs = The file is not what it says. Take care.
mail-file-never-text = The file is a program, or hides one. It can harm your computer. So you cannot download it. Call whoever sent the letter, and tell them.
mail-file-differs-text = The file says that it is of one kind, but it is of another. It may be a mistake. Download it only if you know who sent it.

mail-what-now = What do you want to do?
mail-reply = Answer
mail-forward = Send on
mail-print = Print
mail-no-answers = You cannot answer this letter here.
mail-keep-title = Keep the letter
mail-keep-text = You can keep the letter and all attachments on your own computer.
mail-keep-zip = Download all in one file (ZIP)
mail-keep-memo = Download the letter as it came (MeMo)
mail-zip-note = READ ME.txt
mail-zip-left-out = These files may be dangerous and are left out: { $names }
mail-print-title = The letter on paper
mail-print-text = Print the page. Only the letter goes on the paper. The address fits an envelope with a window.
mail-enclosed = Attachments that came with it

mail-cancel = Cancel
mail-reply-title = Answer a letter
mail-write-to = To
mail-write-subject = Subject
mail-write-text = What do you want to write?
mail-write-text-hint = Say who you are and what it is about. An empty line begins a new paragraph.
mail-write-files = Attachments
mail-write-files-hint = You can send { $most } files. Together they may take up { $size } MB.
mail-write-files-again = Choose your files again. They were not kept.
mail-write-send = Send the letter
mail-write-no-receiver = We know nobody here by that number, or they cannot get post. Check the number.
mail-write-no-text = Write something in the letter
mail-write-long-text = The letter is too long. It may have { $most } characters
mail-write-subject-wrong = Write a subject. It may have { $most } characters
mail-write-dangerous = The file “{ $name }” may be dangerous and cannot be sent
mail-write-too-many = Choose at most { $most } files
mail-write-too-large = The files are too large. Together they may take up { $size } MB
mail-write-full = Whoever you write to has no room for more post. Call them
mail-write-no-number = We lack your number, so that they could answer you. Call us, and we help

mail-new-title = Write a new letter
mail-new-text = You can write to a municipality, a library or another public authority.
mail-new-label = Who do you want to write to?
mail-new-found = { $count ->
    [0] We found nobody with “{ $q }”. Try the name of the town.
    [one] 1 place with “{ $q }”
   *[other] { $count } places with “{ $q }”
}

mail-receipt-title = Your letter has been sent
mail-receipt-text = They have got the letter. You can always find it under “Sent”.
mail-receipt-when = Sent
mail-receipt-see = See the letter

mail-forward-title = Send the letter on
mail-forward-text = The other one gets all of the letter with all attachments. You cannot take that back.
mail-forward-to = CPR number or CVR number
mail-forward-to-hint = The CPR number of a person, or the CVR number of a company or municipality.
mail-forward-comment = Your own words
mail-forward-comment-hint = You may leave the field empty.
mail-forward-next = Next
mail-forward-number-wrong = The number is not right. A CPR number has ten digits, a CVR number has eight
mail-forward-confirm-title = Is this the right one?
mail-forward-confirm-text = Of a person we show only the first name and letters. If you are in doubt, do not send.
mail-forward-letter = The letter
mail-forward-receiver = Goes to
mail-forward-send = Yes, send the letter
mail-forward-other = No, change the number

mail-folders-title = Change folders
mail-folders-none = You have no folders yet. Make one, and put together the letters that belong together.
mail-folder-made = The folder has been made.
mail-folder-renamed = The folder has a new name.
mail-folder-removed = The folder is gone.
mail-folder-name = Name of the new folder
mail-folder-name-hint = Such as “Home” or “Doctor”.
mail-folder-new-name = Name of the folder
mail-folder-rename = Save the name
mail-folder-remove = Remove the folder
mail-folder-keep = There are letters in the folder. Move them first, then you can remove it.
mail-folder-make-title = Make a folder
mail-folder-make = Make the folder
mail-folder-unit = P-number
mail-folder-unit-hint = Post to that department then comes into the folder. Leave the field empty if it is no department.
mail-folder-unit-is = For P-number { $unit }
mail-folder-unit-wrong = A P-number has ten digits, and may stand on one folder only
mail-folder-no-name = Write a name for the folder
mail-folder-long-name = The name is too long. It may have { $most } characters
mail-folder-taken = You have a folder of that name. Choose another name
mail-folder-too-many = You can have { $most } folders. Remove one first
mail-folder-not-empty = The folder is not empty. Move the letters first
