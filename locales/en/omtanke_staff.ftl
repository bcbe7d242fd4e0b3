# For programmers and those who look after the program.

api-title = Try the interface
api-lead = For programs: fetch where help is.
api-call = Call
gallery-title = Components
gallery-lead = Every part of the pages, as templates write it.
gallery-icons = Icons

# Whether the installation is well.

operation-title = Is everything well?
operation-well = Everything is well.
operation-look = Everything works. There is something to keep an eye on.
operation-mend = { $n ->
    [one] One thing needs mending.
   *[other] { $n } things need mending.
 }
state-well = Well.
state-look = Keep an eye on it.
state-mend = Needs mending.
check-database = Database
well-database = { $engine } answers and takes up { $size }.
well-schema = Its schema is version { $version }.
check-writing = Saving
well-writing = The database can be written to.
mend-full = The disk is full, and nothing can be saved. Make room; nothing has been lost.
mend-read-only = The database can only be read. Give the program write access to the file and its folder.
check-queue = Jobs
well-queue = { $n ->
    [0] No job is waiting.
    [one] One job is waiting, and none is late.
   *[other] { $n } jobs are waiting, and none is late.
 }
mend-queue = { $n ->
    [one] One job is late, since { $since }.
   *[other] { $n } jobs are late, the oldest since { $since }.
 } See in the log whether any node does jobs.
check-dead = Jobs given up
well-dead = None.
mend-dead = { $n ->
    [one] One job was given up. See it below.
   *[other] { $n } jobs were given up. See them below.
 }
check-mail = E-mail
check-sms = Text messages
well-channel = Is set up.
look-channel = Is not set up, so nobody is told this way.
check-messages = Messages to people
well-messages = { $n ->
    [0] None is waiting, and none has failed in the last day.
    [one] One is waiting, and none has failed in the last day.
   *[other] { $n } are waiting, and none has failed in the last day.
 }
look-messages = In the last day { $failed } failed. { $unsendable } people could not be reached in any way they chose.
check-letters = Letters to print
well-letters = { $n ->
    [0] None is waiting.
    [one] One is waiting.
   *[other] { $n } are waiting.
 }
mend-letters = { $n ->
    [one] One is waiting, since { $since }. Print it and post it.
   *[other] { $n } are waiting, the oldest since { $since }. Print them and post them.
 }
check-backup = Backup
well-backup = The last one was made on { $at }.
mend-backup = The last one was made on { $at }. It should be made every night.
mend-no-backup = None has ever been made. Run omtanke backup every night.
check-room = Room on the disk
well-room = { $size } are free.
look-room = Only { $size } are free.
mend-room = Hardly any room is left: { $size }. Make room before nothing can be saved.
dead-title = Jobs that were given up
dead-lead = Each was tried for about a day, or cannot succeed as it is. Mend what is in the way, and have it tried again.
dead-none = There are none.
dead-attempts = { $n ->
    [one] Tried once.
   *[other] Tried { $n } times.
 }
dead-ordered = Ordered on { $at }.
dead-given-up = Given up on { $at }.
dead-in-the-way = What is in the way
dead-when = When
dead-in-the-log = In the log
dead-retry = Try again
dead-give-up = Throw it away
dead-why = Why?
dead-why-hint = It is written in the log. For example: told by telephone.
dead-why-missing = Say why it can be thrown away.
dead-throw = Throw away
job-people-reseal = Put CPR numbers under the newest key
job-notices-send = Send a message to somebody
