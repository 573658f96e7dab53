-- What came in for an asset and its versions, as it came: for its owner alone. Files that came before have none, and
-- documents need none, since nothing is made of them.
create table materials.original (
    asset_id     text        not null references materials.asset (id) on delete cascade,
    version      integer     not null,
    storage_path text        not null,
    filename     text        not null,
    mime_type    text        not null,
    file_size    bigint      not null,
    -- When the bytes came, also where an asset has become again what it was.
    created_at   timestamptz not null,
    -- Nobody is to have it any more; the row stays until its object is gone.
    dropped      boolean     not null default false,
    primary key (asset_id, version)
);
create index original_by_object on materials.original (storage_path);
create index original_by_age on materials.original (created_at) where not dropped;
create index original_dropped on materials.original (asset_id) where dropped;
