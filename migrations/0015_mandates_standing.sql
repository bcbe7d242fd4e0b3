-- Mandates: what stands is found without walking through what is over, however long the history.

-- The question of every page asks these two: what stands between an owner and whoever asks, and the latest of what is over.
-- access_mandate_by_owner still serves nodes that run the program before; it goes when no such node is left.
create index access_mandate_standing on access_mandate (owner, holder)
    where state in ('draft', 'requested', 'waiting_for_signature', 'active');
create index access_mandate_past on access_mandate (owner, holder, state_at, id)
    where state in ('rejected', 'withdrawn', 'expired', 'ended_by_death');
-- The latest of what is over on the page "who can see my post".
create index access_mandate_past_of_owner on access_mandate (owner, state_at, id)
    where state in ('rejected', 'withdrawn', 'expired', 'ended_by_death');

-- That a trusted employee typed a number which was nobody's, or somebody else's than it should be; too many, and they can look
-- nobody up for a time. The number is not kept, and the row goes with the next one after that time.
create table access_wrong_number (
    id uuid primary key,
    employee uuid not null references people_person (id),
    at bigint not null
);
create index access_wrong_number_by_employee on access_wrong_number (employee, at);
