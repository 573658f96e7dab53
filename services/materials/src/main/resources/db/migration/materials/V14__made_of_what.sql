-- What a smaller file was made of: an asset can become another file while one is made.
alter table materials.asset_variant add column media text;
update materials.asset_variant set media = asset.storage_path from materials.asset where asset.id = asset_id;
alter table materials.asset_variant alter column media set not null;
alter table materials.asset_variant drop constraint asset_variant_asset_id_variant_type_key;
alter table materials.asset_variant add unique (asset_id, media, variant_type);

alter table materials.film_proxy add column media text;
update materials.film_proxy set media = asset.storage_path from materials.asset where asset.id = asset_id;
alter table materials.film_proxy alter column media set not null;
alter table materials.film_proxy drop constraint film_proxy_pkey;
alter table materials.film_proxy add primary key (film_id, asset_id, media);

-- Deleted for good: the row is left as a place where a page ended. All others are there, or can be restored.
alter table materials.asset add column is_purged boolean not null
    generated always as (is_deleted and deleted_at is null) stored;
create index asset_purged on materials.asset (updated_at) where is_purged;

-- How often somebody has begun to measure a file.
alter table materials.asset add column describe_attempts integer not null default 0;

-- Who has an object is asked for what is in the bin, too.
drop index materials.asset_by_object;
drop index materials.asset_by_any_object;
create index asset_by_object on materials.asset (storage_path);
