-- Clips that were seen lately are shown again only when nothing else fits.
alter table materials.stock_use add column used_at timestamptz not null default now();
create index stock_use_lately on materials.stock_use (user_id, used_at desc);

-- What was measured of clips: where to begin, and what they go well beside.
alter table materials.stock_clip add column traits jsonb;
create index asset_by_any_object on materials.asset (storage_path) where traits is not null;
