-- Pictures that models made, by what they were made from: a step that is done again asks nobody and pays nobody.
create table materials.generated_image (
    digest       text primary key,
    provider     text        not null,
    storage_path text        not null,
    width        integer     not null,
    height       integer     not null,
    created_at   timestamptz not null default now()
);
create index generated_image_by_object on materials.generated_image (storage_path);
