-- What providers were asked to speak. A line for each sentence of a piece of work, however often it is tried.
CREATE TABLE tts.usage (
    user_id         text           NOT NULL,
    idempotency_key text           NOT NULL,
    speech          text           NOT NULL,
    day             date           NOT NULL,
    provider        text           NOT NULL,
    voice           text           NOT NULL,
    characters      bigint         NOT NULL CHECK (characters >= 0),
    estimated_cost  numeric(16, 6) NOT NULL CHECK (estimated_cost >= 0),
    PRIMARY KEY (user_id, idempotency_key, speech)
);
CREATE INDEX usage_of_user ON tts.usage (user_id, day);

-- Texts that were spoken for somebody; their audio is in the object store.
CREATE TABLE tts.reading (
    reading_id text        PRIMARY KEY,
    user_id    text        NOT NULL,
    audio      text        NOT NULL,
    answer     text        NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX reading_age ON tts.reading (created_at);

-- One answer per key and user; written in the transaction that keeps the texts.
CREATE TABLE tts.idempotency_key (
    user_id     text        NOT NULL,
    key         text        NOT NULL,
    body_digest text        NOT NULL,
    response    text        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_key_age ON tts.idempotency_key (created_at);
