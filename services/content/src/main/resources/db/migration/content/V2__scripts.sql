-- Templates that users have written; a row for each version.
CREATE TABLE content.template (
    user_id     text        NOT NULL,
    template_id text        NOT NULL,
    version     integer     NOT NULL CHECK (version > 0),
    body        text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, template_id, version)
);

-- Scripts that users keep and edit; a row for each version.
CREATE TABLE content.draft (
    user_id    text        NOT NULL,
    draft_id   text        NOT NULL,
    version    integer     NOT NULL CHECK (version > 0),
    title      text        NOT NULL,
    language   text        NOT NULL,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, draft_id, version)
);

-- One answer per key and user.
CREATE TABLE content.idempotency_key (
    user_id     text        NOT NULL,
    key         text        NOT NULL,
    body_digest text        NOT NULL,
    response    text        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_key_age ON content.idempotency_key (created_at);
