-- Files of users. What is stored at storage_path was made by us from what came in.
create table materials.asset (
    id                text primary key,
    user_id           text        not null,
    filename          text        not null,
    original_filename text,
    file_type         text        not null check (file_type in ('image', 'video', 'audio')),
    mime_type         text        not null,
    file_size         bigint      not null,
    width             integer,
    height            integer,
    duration          double precision,
    category          text,
    tags              jsonb       not null default '[]' check (jsonb_typeof(tags) = 'array'),
    description       text,
    storage_provider  text        not null default 'local',
    storage_path      text        not null,
    processing_status text        not null default 'pending'
        check (processing_status in ('pending', 'processing', 'ready', 'failed')),
    is_public         boolean     not null default false,
    is_deleted        boolean     not null default false,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now()
);

create index asset_by_owner on materials.asset (user_id, created_at desc, id desc) where not is_deleted;
create index asset_by_object on materials.asset (storage_path) where not is_deleted;

-- Other sizes of an asset.
create table materials.asset_variant (
    id           text primary key,
    asset_id     text        not null references materials.asset (id) on delete cascade,
    variant_type text        not null check (variant_type in ('thumbnail', 'preview', 'optimized')),
    width        integer,
    height       integer,
    file_size    bigint,
    storage_path text        not null,
    created_at   timestamptz not null default now(),
    unique (asset_id, variant_type)
);

-- What was decided for a sentence, so that it is decided once.
create table materials.shot (
    user_id        text        not null,
    video_id       text        not null,
    sentence_index integer     not null,
    request_digest text        not null,
    provider       text        not null,
    shot           jsonb       not null,
    passed_over    jsonb       not null default '[]',
    created_at     timestamptz not null default now(),
    primary key (user_id, video_id, sentence_index)
);

-- What a stock provider answered, for as long as it is fresh.
create table materials.stock_search (
    provider     text        not null,
    query_digest text        not null,
    clips        jsonb       not null,
    searched_at  timestamptz not null,
    primary key (provider, query_digest)
);

-- Clips of stock providers that were fetched and made anew.
create table materials.stock_clip (
    provider     text        not null,
    clip_id      text        not null,
    storage_path text        not null,
    width        integer     not null,
    height       integer     not null,
    duration_ms  bigint      not null,
    created_at   timestamptz not null default now(),
    primary key (provider, clip_id)
);

create index stock_clip_by_object on materials.stock_clip (storage_path);

-- No clip is seen twice in a video.
create table materials.stock_use (
    user_id        text    not null,
    video_id       text    not null,
    provider       text    not null,
    clip_id        text    not null,
    sentence_index integer not null,
    primary key (user_id, video_id, provider, clip_id)
);
