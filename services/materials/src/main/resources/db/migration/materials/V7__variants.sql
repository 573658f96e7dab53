-- Smaller files of assets, made in the background. Nobody has kept one before.
alter table materials.asset_variant add column mime_type text not null;
alter table materials.asset_variant alter column width set not null;
alter table materials.asset_variant alter column height set not null;
alter table materials.asset_variant alter column file_size set not null;
alter table materials.asset_variant drop constraint asset_variant_variant_type_check;
-- The middle of a video is for films of another shape, and not shown to people.
alter table materials.asset_variant add constraint asset_variant_variant_type_check
    check (variant_type in ('thumbnail', 'preview', 'optimized', 'middle'));
create index asset_variant_by_object on materials.asset_variant (storage_path);

-- 0 as long as some are still to be made, 1 when all are there, -1 when some could not be made.
alter table materials.asset add column variants integer not null default 0;
alter table materials.asset add column variants_after timestamptz not null default now();
alter table materials.asset add column variant_attempts integer not null default 0;
alter table materials.asset add column variant_failures jsonb not null default '[]';
create index asset_to_vary on materials.asset (variants_after) where variants = 0 and not is_deleted;

-- Which smaller files of an intro or an outro a film reads: those that were there when its first version was laid out.
create table materials.film_proxy (
    film_id    text        not null,
    asset_id   text        not null references materials.asset (id) on delete cascade,
    proxies    jsonb       not null,
    created_at timestamptz not null default now(),
    primary key (film_id, asset_id)
);
create index film_proxy_by_asset on materials.film_proxy (asset_id);

-- Pictures in other sizes and formats, made when somebody asks for them.
create table materials.picture (
    media        text        not null,
    spec         text        not null,
    storage_path text        not null,
    file_size    bigint      not null,
    used_at      timestamptz not null,
    primary key (media, spec)
);
create index picture_by_use on materials.picture (used_at);
