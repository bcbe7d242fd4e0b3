# Staff print letters and put them in the post.

letters-title = Letters
letters-count = { $count ->
    [0] There are no letters to print.
    [one] There is one letter to print.
   *[other] There are { $count } letters to print.
 }
letters-shown = Here are the { $most } oldest. Print them first.
letters-marked = { $count ->
    [0] No letters were marked. Perhaps somebody else did it.
    [one] One letter is marked as posted.
   *[other] { $count } letters are marked as posted.
 }
letters-language = Language
letters-any-language = All languages
letters-in-da = Danish
letters-in-en = English
letters-in-ar = Arabic
letters-in-tr = Turkish
letters-in-ur = Urdu
letters-waited = Has waited
letters-age = { $days ->
    [0] All
    [one] At least one day
   *[other] At least { $days } days
 }
letters-days = { $days ->
    [0] Today
    [one] One day
   *[other] { $days } days
 }
letters-filter = Show
letters-print = Print them
letters-written = Written
letters-to = To
letters-town = Town
letters-subject = Subject
letters-pages = Pages of letters
letters-newer = Newer
letters-older = Older
letters-page = Page { $page } of { $of }
letters-print-title = Letters to print
letters-print-text = Print the page on A4 without changing its size. The address fits C5 window envelopes. Come back here when the letters are in their envelopes, and mark them as posted.
letters-mark = { $count ->
    [one] Mark the letter as posted
   *[other] Mark the { $count } letters as posted
 }
letters-none-to-print = There are no letters here, or the receiver has deleted their address.
letters-stranded = Cannot be sent
letters-stranded-text = We have neither an e-mail, a number nor an address for them. If they give us one within 30 days, it is sent by itself. You can also tell them in another way.
letters-in-person-head = Another way
letters-in-person = Has been told
letters-posted-title = Posted letters
letters-posted = Posted
letters-none-posted = No letters have been posted yet.
letters-again-head = Again
letters-again = Print again
