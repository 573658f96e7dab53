-- What owners say of their files, what is measured of them, and what both are found by.

-- Comes with PostgreSQL; the owner of a database may create it.
create extension if not exists pg_trgm with schema public;

alter table materials.asset add column is_favourite boolean not null default false;
alter table materials.asset add column licence text;
alter table materials.asset add column attribution text;
alter table materials.asset add column source_url text;
-- Files in the bin have a time here; those that are deleted for good have none, and no content.
alter table materials.asset add column deleted_at timestamptz;
alter table materials.asset add column traits jsonb;
-- Which version of our measuring and of the words below it has seen; 0 for none.
alter table materials.asset add column described integer not null default 0;
alter table materials.asset add column describe_after timestamptz not null default now();
-- Words as they are looked for, and =owner and kind:value, which they are filtered and counted by.
alter table materials.asset add column search tsvector not null default '';
alter table materials.asset add column facets text[] not null default '{}';

create index asset_deleted on materials.asset (user_id, deleted_at) where deleted_at is not null;
create index asset_to_describe on materials.asset (describe_after) where described = 0 and not is_deleted;
-- Whoever looks for something does not wait for what was put off.
create index asset_by_words on materials.asset using gin (search) with (fastupdate = off) where not is_deleted;

-- The words that a user's files are found by; those that were mistyped are near one of them.
create table materials.asset_word (
    user_id text    not null,
    word    text    collate "C" not null,
    -- In Latin letters without accents: the trigrams of PostgreSQL know no others where the locale is C.
    latin   text    not null,
    assets  integer not null,
    primary key (user_id, word)
);
create index asset_word_alike on materials.asset_word using gin (latin public.gin_trgm_ops);

create table materials.collection (
    id          text primary key,
    user_id     text        not null,
    name        text        not null,
    description text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create index collection_by_owner on materials.collection (user_id, created_at desc, id desc);

create table materials.collection_asset (
    collection_id text        not null references materials.collection (id) on delete cascade,
    asset_id      text        not null references materials.asset (id) on delete cascade,
    added_at      timestamptz not null,
    primary key (collection_id, asset_id)
);
create index collection_asset_by_asset on materials.collection_asset (asset_id);
