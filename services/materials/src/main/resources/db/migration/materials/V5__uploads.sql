-- What came in, by its SHA-256: the same file of the same owner is kept once. Files that came before have none.
alter table materials.asset add column content_sha256 text;
create index asset_by_content on materials.asset (user_id, content_sha256) where not is_deleted;

-- Files that come in pieces. How much has come is the length of the file on disk.
create table materials.upload (
    id         text primary key,
    user_id    text        not null,
    length     bigint      not null check (length >= 0),
    metadata   text        not null,
    asset_id   text,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index upload_by_owner on materials.upload (user_id);
create index upload_by_expiry on materials.upload (expires_at);
