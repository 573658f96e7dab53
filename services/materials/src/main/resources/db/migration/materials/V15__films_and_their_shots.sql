-- Clips are avoided that other films showed lately. A film is all versions of a video.
alter table materials.stock_use add column film_id text;
update materials.stock_use set film_id = video_id;
alter table materials.stock_use alter column film_id set not null;
create index stock_use_by_film on materials.stock_use (user_id, film_id);
drop index materials.stock_use_lately;

create table materials.stock_film (
    user_id text        not null,
    film_id text        not null,
    used_at timestamptz not null default now(),
    primary key (user_id, film_id)
);
create index stock_film_lately on materials.stock_film (user_id, used_at desc);
insert into materials.stock_film (user_id, film_id, used_at)
    select user_id, film_id, max(used_at) from materials.stock_use group by user_id, film_id;

-- What takes the place of one picture of a sentence is decided apart from what the others show; -1 is all of them.
alter table materials.shot add column visual integer not null default -1;
alter table materials.shot drop constraint shot_pkey;
alter table materials.shot add primary key (user_id, video_id, sentence_index, visual);
