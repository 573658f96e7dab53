-- Colours, letters and logos that owners keep to be named by videos.
create table materials.brand (
    id         text primary key,
    user_id    text        not null,
    name       text        not null,
    -- Colours, style, fonts and logo.
    look       jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index brand_by_owner on materials.brand (user_id, created_at desc, id desc);
