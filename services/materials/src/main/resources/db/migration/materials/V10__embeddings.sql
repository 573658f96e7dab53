-- What files mean, as vectors of a model. Of no use to another model, so its name stands beside each.
create sequence materials.asset_embedding_change;

create table materials.asset_embedding (
    asset_id    text primary key references materials.asset (id) on delete cascade,
    user_id     text   not null,
    model       text   not null,
    -- Of what was said of the file, so that nobody is asked when something else changes.
    text_digest text   not null,
    -- One byte with a sign for each dimension; only the direction counts. Empty where the model takes no such text.
    vector      bytea  not null,
    -- Another one with every change: their sum tells whether what is in memory is still true.
    change      bigint not null default nextval('materials.asset_embedding_change')
);
create index asset_embedding_by_owner on materials.asset_embedding (user_id, model, asset_id) include (change);

-- When what is said of a file is to be looked at; nobody else does before that. Null when nothing is to be done.
alter table materials.asset add column embed_after timestamptz default now();
create index asset_to_embed on materials.asset (embed_after) where embed_after is not null and not is_deleted;
