-- What an asset was before its owner gave another file for it. Videos that were made keep what they show; these are for
-- going back.
alter table materials.asset add column version integer not null default 1;
alter table materials.asset add column content_at timestamptz;

create table materials.asset_version (
    asset_id       text        not null references materials.asset (id) on delete cascade,
    version        integer     not null,
    storage_path   text        not null,
    content_sha256 text,
    mime_type      text        not null,
    file_size      bigint      not null,
    width          integer,
    height         integer,
    duration       double precision,
    created_at     timestamptz not null,
    -- Its owner does not want it any more; the row stays until its content is gone.
    dropped        boolean     not null default false,
    primary key (asset_id, version)
);
create index asset_version_by_object on materials.asset_version (storage_path);
create index asset_version_dropped on materials.asset_version (asset_id) where dropped;
