-- When the beats of an asset are, in milliseconds; nobody wants them with every list of assets.
create table materials.asset_beats (
    asset_id text      primary key references materials.asset (id) on delete cascade,
    beats    integer[] not null
);

-- What is heard is measured now, too.
update materials.asset set described = 0, traits = null where file_type = 'audio' and described <> 0;
