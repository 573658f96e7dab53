-- Accounts come later; the columns that they need are those of the design.
create table users.users (
    id                text primary key,
    email             text unique,
    password_hash     text,
    full_name         text,
    is_active         boolean     not null default true,
    is_verified       boolean     not null default false,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    subscription_tier text        not null default 'free',
    preferences       jsonb       not null default '{}',
    check (jsonb_typeof(preferences) = 'object')
);

insert into users.users (id, full_name) values ('local', 'Local user');
