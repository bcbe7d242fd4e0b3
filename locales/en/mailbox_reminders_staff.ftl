# Staff print letters for those who are exempt, follow up on call-ups, and sign people up for NemSMS.

call-ups-title = Call-ups that are not opened
call-ups-text = Here are call-ups from you that have been in the mailbox for more than { $days } days and that nobody has opened. You are told no more than that.
call-ups-none = All call-ups are opened, or they are not old enough.
call-ups-file = Download as a file
call-ups-message = Your message
call-ups-available = In the mailbox
call-ups-status = Status
call-ups-not-opened = Not opened
call-ups-older = Older

nemsms-staff-title = NemSMS at the counter
nemsms-staff-lead = Sign up somebody who cannot do it themself, such as a child under 15. See their identification first.
nemsms-staff-cpr = CPR number
nemsms-staff-cpr-hint = Ten digits.
nemsms-staff-cpr-wrong = CPR number: It is no CPR number
nemsms-staff-cpr-unknown = CPR number: We do not know the number
nemsms-staff-find = Find
nemsms-staff-person = NemSMS: { $name }
nemsms-staff-since = Gets NemSMS since { $date }.
nemsms-staff-not = Does not get NemSMS.
nemsms-staff-mobile-is = Confirmed number: { $number }
nemsms-staff-mobile-none = There is no confirmed number.
nemsms-staff-mobile = Mobile number
nemsms-staff-mobile-hint = We send a code there. The citizen reads it aloud.
nemsms-staff-mobile-wrong = Mobile number: It is no number that we can send to
nemsms-staff-mobile-missing = Mobile number: Confirm a number first
nemsms-staff-send = Send a code
nemsms-staff-code = Code
nemsms-staff-code-hint = Six digits from the citizen's text message.
nemsms-staff-code-wrong = Code: It is wrong or too old
nemsms-staff-confirm = Confirm the number
nemsms-staff-begin = Sign up for NemSMS
nemsms-staff-end = End NemSMS
nemsms-staff-saved-sent = The code is sent.
nemsms-staff-saved-in-use = The number is confirmed already.
nemsms-staff-saved-confirmed = The number is confirmed.
nemsms-staff-saved-begun = Signed up for NemSMS.
nemsms-staff-saved-ended = NemSMS has ended.

paper-title = Post on paper
paper-text = Digital Post for those who are exempt. Print, put into envelopes, and mark as posted.
paper-waiting = { $count ->
    [0] There are no letters to print.
    [one] There is one letter to print.
   *[other] There are { $count } letters to print.
 }
paper-kind = Kind
paper-kind-letter = New letters
paper-kind-older = Older letters
paper-kind-confirmation = Confirmations
paper-kind-warning = Warnings
paper-how-many = Number
paper-print-next = { $most ->
   *[other] Print the next { $most }
 }
paper-nothing-printable = None of the letters can be printed. There are no addresses.
paper-no-address = Without a known address
paper-no-address-text = We do not know where they live. Write the address when you have it, or hand the letter out at the counter.
paper-to = To
paper-since = Since
paper-batches = Batches
paper-batch = Batch
paper-batch-open = Open
paper-batch-printed = Printed
paper-batch-posted = Posted
paper-print-title = Batch to print
paper-print-text = Print the page on A4 without changing its size. The address fits C5 window envelopes. Open the files below too, and print them. Put them together with the letter they belong to.
paper-print-files = Print these files too
paper-print-file = Letter { $number }: { $file }
paper-gone = { $count ->
    [one] One letter was deleted by its receiver since, and cannot be printed.
   *[other] { $count } letters were deleted by their receivers since, and cannot be printed.
 }
paper-mark = { $count ->
    [one] Mark the letter as posted
   *[other] Mark the { $count } letters as posted
 }
paper-marked = { $count ->
    [0] No letters were marked. Perhaps somebody else did it.
    [one] One letter is marked as posted.
   *[other] { $count } letters are marked as posted.
 }
paper-returned-title = A letter that came back
paper-returned-number = The number of the letter
paper-returned-hint = It stands below the address.
paper-returned-find = Find
paper-returned-unknown = The number of the letter: We do not know the number { $number }
paper-returned-is = Letter no. { $number } to { $name }
paper-returned-save = It came back
paper-returned-done = It is noted that the letter came back.
paper-came-back = Came back
paper-again = Send again
paper-again-done = The letter is in the queue again.
paper-reprint = Print again
paper-state-waiting = Waiting
paper-state-printed = Printed
paper-state-posted = Posted
paper-state-returned = Came back
paper-number-head = No.
