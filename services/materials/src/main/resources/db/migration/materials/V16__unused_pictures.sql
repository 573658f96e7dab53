-- When a file of a provider was last chosen. What nobody chose for long is forgotten; what is here counts from now on.
alter table materials.stock_clip add column used_at timestamptz not null default now();
alter table materials.generated_image add column used_at timestamptz not null default now();

create index stock_search_by_age on materials.stock_search (searched_at);
create index shot_by_age on materials.shot (created_at);
