-- Voices that a provider made of somebody's samples. A row is written before the provider is asked, and never deleted:
-- whatever the provider has under one of these names is known here.
create table tts.cloned_voice (
    id                    text primary key,
    user_id               text        not null,
    provider              text        not null,
    provider_voice        text,
    name                  text        not null,
    locale                text        not null,
    gender                text check (gender in ('female', 'male')),
    state                 text        not null check (state in ('creating', 'ready', 'failed', 'deleting', 'deleted')),
    requires_verification boolean     not null default false,
    error_code            text,
    error                 text,
    idempotency_key       text,
    body_digest           text        not null,
    attempts              integer     not null default 0,
    created_at            timestamptz not null,
    asked_at              timestamptz not null,
    next_attempt_at       timestamptz not null,
    unique (user_id, idempotency_key),
    check (state <> 'ready' or provider_voice is not null)
);

create index cloned_voice_of_user on tts.cloned_voice (user_id, created_at) where state <> 'deleted';

create index cloned_voice_unsettled on tts.cloned_voice (next_attempt_at) where state in ('creating', 'deleting');

-- Who has agreed to what. Written once; it stays when the voice is gone.
create table tts.voice_consent (
    voice_id       text primary key,
    user_id        text        not null,
    provider       text        not null,
    consent_text   text        not null check (consent_text <> ''),
    consented_by   text        not null check (consented_by <> ''),
    rights         boolean     not null check (rights),
    sample_digests text        not null check (sample_digests ~ '^[0-9a-f]{64}( [0-9a-f]{64})*$'),
    client_address text,
    given_at       timestamptz not null
);

create function tts.refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception 'consent is kept as it was given';
end
$$;

create trigger voice_consent_is_kept before update or delete on tts.voice_consent
    for each row execute function tts.refuse_change();

create trigger voice_consent_is_kept_whole before truncate on tts.voice_consent
    for each statement execute function tts.refuse_change();
