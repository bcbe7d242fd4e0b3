# How we tell you something: what you choose, what we send, and what you were told.

channel-email = E-mail
channel-sms = Text message
channel-letter = Letter by post
channel-page = Only here on My page

message-waiting = Not sent yet
message-sent = Sent
message-failed = Could not be sent
message-bounced = Did not arrive
message-posted = Sent by post
message-unsendable = We do not know where to send it
message-kept = Shown here only

messages-title = What we have written to you
messages-link = See everything we have written to you
messages-text = Here is everything we have sent you, the newest first. Codes and links that only you may know are not shown.
messages-none = We have not written to you yet.
messages-moment = { $date } at { $time }
messages-pages = Pages of messages
messages-newer = Newer
messages-older = Older
messages-page = Page { $page } of { $of }

contact-title = How we tell you
contact-now-email = At the moment we tell you by e-mail.
contact-now-sms = At the moment we tell you by text message.
contact-now-letter = At the moment we send you letters by post.
contact-now-page = At the moment we send you nothing. You can read it here on My page.
contact-now-nothing = At the moment we cannot send you anything. Write your e-mail, your number or your address here.

contact-email-title = Your e-mail
contact-email = E-mail
contact-email-hint = As in name@example.dk. Delete it if we may not use it any more.
contact-email-save = Save e-mail
contact-email-sent = We have sent a mail to { $address }. Open it and press the link. The link works for one day.
contact-email-unconfirmed = You have not confirmed { $address } yet. Press “Save e-mail” and we will send a new mail. First check that it is written correctly.
contact-email-bounced = Mails to { $address } do not arrive. Write another e-mail.
contact-email-confirmed = We use { $address }.
contact-email-no-at = E-mail: there is no @ in “{ $typed }”
contact-email-space = E-mail: there must be no spaces in “{ $typed }”
contact-email-wrong = E-mail: “{ $typed }” is not written correctly

contact-mobile-title = Your mobile
contact-mobile = Mobile number
contact-mobile-hint = Eight digits. If the number is not Danish, begin with + and the country code. Delete it if we may not use it any more.
contact-mobile-save = Save number
contact-mobile-sent = We have sent a text message with a code to { $address }.
contact-mobile-unconfirmed = You have not confirmed { $address } yet. Press “Save number” and we will send a new code.
contact-mobile-bounced = Text messages to { $address } do not arrive. Write another number.
contact-mobile-confirmed = We use { $address }.
contact-mobile-short = Mobile number: there are digits missing in “{ $typed }”
contact-mobile-long = Mobile number: there are too many digits in “{ $typed }”
contact-mobile-premium = Mobile number: sending to “{ $typed }” costs extra. Write another number
contact-mobile-wrong = Mobile number: “{ $typed }” is not a number that we can send to

contact-address-title = Your address for letters
contact-street = Street and number
contact-street-hint = Write floor and door too. Delete all fields if we may not send letters.
contact-extra = C/o
contact-extra-hint = Only if you live with somebody else. Write their name.
contact-postcode = Postcode
contact-town = Town
contact-address-save = Save address
contact-street-missing = Street and number: write your street and number
contact-postcode-missing = Postcode: write four digits
contact-postcode-wrong = Postcode: “{ $typed }” is not four digits
contact-town-missing = Town: write the name of your town
contact-line-long = “{ $typed }” is too long for an envelope. There is room for { $most } characters

contact-channel-title = How do you want to be told?
contact-channel = Tell me by
contact-channel-hint = If it does not arrive, we try another way.
contact-channel-save = Save choice
contact-channel-missing = Tell me by: choose one of them
contact-channel-no-email = Tell me by: you chose e-mail. Write and confirm your e-mail first
contact-channel-no-sms = Tell me by: you chose text message. Write and confirm your number first
contact-channel-no-letter = Tell me by: you chose letter. Write your address first
contact-exempt = You are exempt from Digital Post. So we always send letters.

contact-language-title = In which language?
contact-language = Write to me in
contact-language-save = Save language
contact-language-missing = Write to me in: choose a language

contact-news-title = Do you want news?
contact-news = Send me news
contact-news-hint = For example about new courses. What is only about you, you always get.
contact-news-yes = Yes please
contact-news-no = No thanks
contact-news-save = Save answer
contact-news-missing = Send me news: choose yes or no

contact-too-often = You have asked for it five times within an hour. Wait a little and try again

contact-saved-email-sent = We have sent you a mail. Press the link in it.
contact-saved-email-gone = We have forgotten your e-mail.
contact-saved-mobile-done = Your number is confirmed.
contact-saved-mobile-gone = We have forgotten your number.
contact-saved-in-use = We use that one already. There is nothing more to do.
contact-saved-address = Your address is saved.
contact-saved-address-gone = We have forgotten your address.
contact-saved-choice = Your choice is saved.

contact-code-title = Write the code from your text message
contact-code-link = Write the code
contact-code-sent = We have sent a code to
contact-code = Code
contact-code-hint = Six digits. The code works for 15 minutes.
contact-code-save = Confirm number
contact-code-wrong = Code: “{ $typed }” is not the right one. { $left ->
    [one] You can try once more
   *[other] You can try { $left } more times
 }
contact-code-over = The code does not work any more. Ask for a new one
contact-code-none = Did you get no text message?
contact-code-none-text = Wait a few minutes. Then ask for a new code. The old one will then not work any more.
contact-code-again = Send a new code
contact-code-other-number = Write another number

confirm-title = Confirm your e-mail
confirm-text = Shall we write to you here?
confirm-button = Yes, this is my e-mail
confirm-not-you = Did you not ask for this? Then close the page. Nothing will happen.
confirm-done-title = Your e-mail is confirmed
confirm-done-text = Thank you. Now we can write to you. You can close the page.
problem-link-over-title = The link does not work any more
problem-link-over-text = Perhaps it is too old. Perhaps you have got a new one. Sign in and ask for a new one.

unsubscribe-title = Do you want no more news?
unsubscribe-text = Then press the button. What is about you, you still get.
unsubscribe-button = Stop the news
unsubscribe-done-title = You get no more news
unsubscribe-done-text = What is about you, you still get. You can always have news again.

notices-mail-why = You get this mail because you chose so on My page. You can also change it there.
notices-mail-phone = Do you have questions? Call { $number }.
notices-mail-unsubscribe = I want no more news

notices-confirm-subject = Is this your e-mail?
notices-confirm-1 = You have asked us to write to you at this e-mail.
notices-confirm-2 = Press the link and answer yes. The link works for one day.
notices-confirm-3 = Did you not ask for this? Then you need not do anything.
notices-confirm-short = We have sent a link to your e-mail.
notices-confirm-button = See the link
notices-code-subject = Code for your number
notices-code-1 = Your code is { $code }.
notices-code-short = Your code is { $code }. Do not tell it to others. Omtanke
notices-replaced-subject = We now write to you elsewhere
notices-replaced-1 = You have a new e-mail or a new number with us. So we do not write here any more.
notices-replaced-2 = Was it not you who did this? Then call us.
notices-replaced-short = We now write to you elsewhere. Was it not you? Call us. Omtanke
notices-forgotten-subject = We do not write here any more
notices-forgotten-1 = You have asked us to forget the place that we send this to.
notices-forgotten-2 = Was it not you who did this? Then call us.
notices-forgotten-short = We do not write here any more. Was it not you? Call us. Omtanke

did-contact-channel = Chose how to be told
did-contact-language = Chose the language of messages
did-contact-news = Answered whether to get news
did-contact-end-news = Stopped the news
did-contact-address = Changed the address for letters
did-contact-exempt = Changed whether letters are always sent
did-contact-ask = Wrote an e-mail or a number
did-contact-forget = Deleted an e-mail or a number
did-contact-confirm = Confirmed an e-mail or a number
did-contact-wrong-code = Wrote a wrong code
did-contact-bounce = Something we sent did not arrive
did-message-bounce = A mail came back
did-letter-print = A letter was printed
did-letter-post = A letter was sent
did-letter-told-in-person = A message was given in another way
