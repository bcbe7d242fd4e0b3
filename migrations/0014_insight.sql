-- Surveys, their imports, and the figures that are made from them. What respondents answered lies sealed, and is never changed.

create table insight_survey (
    id uuid primary key,
    -- What the command line and files call it.
    name text not null unique,
    title_da text not null,
    title_en text not null,
    created_at bigint not null
);

-- One file as it came, whole. Imports of a survey are its versions, counted from 1.
create table insight_import (
    id uuid primary key,
    survey uuid not null references insight_survey (id),
    version bigint not null,
    file_name text not null,
    size bigint not null,
    -- Marks the content, so that the same file is not taken twice; keyed, so that nobody can try out contents.
    mark_key text not null,
    mark text not null,
    codebook_name text not null,
    codebook text not null,
    row_count bigint not null,
    wrong_count bigint not null,
    -- Variables, years and notes, as JSON: what can be asked without opening the file.
    offered text not null,
    imported_by text not null,
    imported_at bigint not null,
    unique (survey, version)
);

-- The key of a file, sealed under a key of the vault; it alone changes, when keys do.
create table insight_import_key (
    import uuid primary key references insight_import (id),
    sealed text not null,
    sealed_under text not null
);
create index insight_import_key_under on insight_import_key (sealed_under);

-- The file, in sealed pieces; and what is wrong with which rows, sealed too: it may repeat what somebody answered.
-- [sqlite]
create table insight_piece (
    import uuid not null references insight_import (id),
    n bigint not null,
    sealed blob not null,
    primary key (import, n)
);
create table insight_wrong (
    import uuid primary key references insight_import (id),
    sealed blob not null
);
-- [postgres]
create table insight_piece (
    import uuid not null references insight_import (id),
    n bigint not null,
    sealed bytea not null,
    primary key (import, n)
);
create table insight_wrong (
    import uuid primary key references insight_import (id),
    sealed bytea not null
);
-- [both]

-- A question with a name, asked anew of each import.
create table insight_figure (
    id uuid primary key,
    survey uuid not null references insight_survey (id),
    -- What its public page is called in the address.
    name text not null unique,
    title_da text not null,
    title_en text not null,
    subject_da text not null,
    subject_en text not null,
    choice text not null,
    created_by text not null,
    created_at bigint not null
);
create index insight_figure_by_survey on insight_figure (survey);

-- What a figure came to with an import, or why it came to nothing.
create table insight_result (
    figure uuid not null references insight_figure (id),
    import uuid not null references insight_import (id),
    told text,
    failed text,
    at bigint not null,
    primary key (figure, import)
);

-- What was published, from when to when; null while it is.
create table insight_publication (
    id uuid primary key,
    figure uuid not null references insight_figure (id),
    import uuid not null references insight_import (id),
    text_da text not null,
    text_en text not null,
    published_by text not null,
    published_at bigint not null,
    withdrawn_at bigint
);
create unique index insight_publication_current on insight_publication (figure) where withdrawn_at is null;

-- [sqlite]
create trigger insight_import_keeps before update on insight_import
begin select raise(abort, 'an import of a survey never changes'); end;
create trigger insight_import_stays before delete on insight_import
begin select raise(abort, 'an import of a survey never changes'); end;
create trigger insight_piece_keeps before update on insight_piece
begin select raise(abort, 'an import of a survey never changes'); end;
create trigger insight_piece_stays before delete on insight_piece
begin select raise(abort, 'an import of a survey never changes'); end;
create trigger insight_wrong_keeps before update on insight_wrong
begin select raise(abort, 'an import of a survey never changes'); end;
create trigger insight_wrong_stays before delete on insight_wrong
begin select raise(abort, 'an import of a survey never changes'); end;
create trigger insight_result_keeps before update on insight_result
begin select raise(abort, 'what a figure came to never changes'); end;
create trigger insight_result_stays before delete on insight_result
begin select raise(abort, 'what a figure came to never changes'); end;
-- [postgres]
create function insight_refuse() returns trigger language plpgsql as
$$ begin raise exception 'imports of surveys, and what figures came to, never change'; end $$;
create trigger insight_import_keeps before update or delete on insight_import
    for each row execute function insight_refuse();
create trigger insight_piece_keeps before update or delete on insight_piece
    for each row execute function insight_refuse();
create trigger insight_wrong_keeps before update or delete on insight_wrong
    for each row execute function insight_refuse();
create trigger insight_result_keeps before update or delete on insight_result
    for each row execute function insight_refuse();
-- [both]
