# The front page and the pages about the site.

front-title = Get help
front-lead = We help you with MitID, Digital Post and public services online. It is free.
choice-near = Find help near you
choice-near-line = Citizen service, libraries and volunteers
choice-call = Call or chat
choice-call-line = Talk to a person
choice-mitid = Help with MitID
choice-mitid-line = When you cannot get in
choice-digital-post = Help with Digital Post
choice-digital-post-line = Read, keep and answer mail
choice-home-visit = Help in your home
choice-home-visit-line = When you cannot go out
choice-business = Help for businesses
choice-business-line = When you need to report

was-title = Accessibility statement
was-status = Can everybody use the site?
was-status-1 = The site is for everybody. We follow WCAG 2.2 at level AA.
was-status-2 = We test every page whenever we change something: by keyboard, with large text and without JavaScript.
was-known = What we do not know yet
was-known-1 = The site has not been tried by people with screen readers yet.
was-known-2 = Texts in Arabic, Turkish and Urdu have not been read by native speakers yet.
was-tell = Tell us if something is difficult
was-tell-1 = Call us. The number is at the top and at the bottom of every page.
was-tell-2 = You can also write a letter to the municipality or association that runs the site.
was-law = If you get no answer
was-law-1 = You can complain to the Danish Agency for Digital Government, which supervises the rules.
was-law-2 = The rules are in the Danish act on the accessibility of public websites.

about-title = About this site and your data
about-what = What is Omtanke?
about-what-1 = Omtanke shows where you can get help with public services online.
about-what-2 = The site is for you who need help, and for you who help somebody else.
about-data = What do we keep about you?
about-data-1 = You can search without saying who you are. Then we keep nothing about you.
about-data-2 = If you press “Find the nearest”, your telephone sends a rough position. We do not keep it.
about-data-3 = If you sign in, “My page” shows everything we have about you. You can download it too.
about-cookies = Cookies
about-cookies-1 = We remember your language and text size for a year. If you sign in, we remember that until you sign out.
about-cookies-2 = We use no other cookies. Nobody else can follow you here.
about-facts = Where do the details come from?
about-facts-1 = Municipalities, postcodes and names of libraries come from public registers. Positions come from GeoNames (CC BY 4.0).
about-facts-2 = Each place shows where it comes from, and when it was last checked.
about-facts-3 = What is made up is marked “Example”.
