-- Digital Post: what is in a folder is counted at every look, along an index alone.

-- Letters of a folder in the order of its list, those in the bin left out. The last column is null throughout: without it
-- SQLite does not see that the index answers the whole question, and reads every letter.
create index mailbox_letter_lies_in on mailbox_letter (box, folder, at, id, deleted_at) where deleted_at is null;
drop index mailbox_letter_in_folder;
