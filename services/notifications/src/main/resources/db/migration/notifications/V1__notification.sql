create table notifications.notification (
    seq        bigint generated always as identity primary key,
    id         text        not null unique,
    user_id    text        not null,
    type       text        not null,
    data       jsonb       not null,
    created_at timestamptz not null default now()
);

create index notification_of_user on notifications.notification (user_id, seq desc);

-- What became of a notification on each channel it was to take.
create table notifications.delivery (
    notification_id text        not null references notifications.notification (id) on delete cascade,
    channel         text        not null,
    result          text        not null,
    delivered_at    timestamptz not null default now(),
    primary key (notification_id, channel)
);
