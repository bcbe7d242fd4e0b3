-- How far a learner has come with the exercises of a sandbox. Nobody real is in it: a sandbox has one learner, without a name.
create table practice_exercise (
    -- What addresses call the scenario.
    scenario text primary key,
    -- The present task, counted from 0; as many as there are tasks where all are done.
    task bigint not null,
    -- How many hints of it are open.
    hints bigint not null,
    -- What was chosen last in it, counted from 0.
    choice bigint,
    begun_at bigint not null,
    done_at bigint
);

-- What was done in sandboxes before, by the numbers in a code that the learner had written down.
create table practice_exercise_brought (
    number bigint primary key,
    brought_at bigint not null
);
