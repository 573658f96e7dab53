-- How users want words to be pronounced.
create table tts.lexicon_entry (
    user_id    text        not null,
    language   text        not null,
    written    text        not null,
    spoken     text,
    ipa        text,
    updated_at timestamptz not null default now(),
    primary key (user_id, language, written),
    check (spoken is not null or ipa is not null)
);
