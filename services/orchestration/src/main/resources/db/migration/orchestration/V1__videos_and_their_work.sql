-- JSON is kept as text: what people write may hold characters that jsonb refuses, and nothing here looks inside.

CREATE TABLE orchestration.video (
    video_id            text PRIMARY KEY,
    user_id             text        NOT NULL,
    title               text        NOT NULL,
    request             text        NOT NULL,
    seed                bigint      NOT NULL,
    status              text        NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
    progress            integer     NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    estimated_sentences integer     NOT NULL,
    estimated_seconds   integer     NOT NULL,
    language            text,
    description         text,
    keywords            text        NOT NULL DEFAULT '[]',
    duration_millis     bigint,
    width               integer,
    height              integer,
    error_code          text,
    error_detail        text,
    content_key         text,
    preview_key         text,
    thumbnail_key       text,
    captions_vtt_key    text,
    captions_srt_key    text,
    enqueued            boolean     NOT NULL DEFAULT false,
    created_at          timestamptz NOT NULL,
    started_at          timestamptz,
    finished_at         timestamptz,
    updated_at          timestamptz NOT NULL,
    deleted_at          timestamptz
);
CREATE INDEX video_of_user ON orchestration.video (user_id, created_at DESC, video_id DESC) WHERE deleted_at IS NULL;
CREATE INDEX video_open ON orchestration.video (created_at) WHERE status IN ('pending', 'processing');
CREATE INDEX video_deleted ON orchestration.video (deleted_at) WHERE deleted_at IS NOT NULL;

-- One answer per key and user; written in the transaction that accepts the video.
CREATE TABLE orchestration.idempotency_key (
    user_id     text        NOT NULL,
    key         text        NOT NULL,
    body_digest text        NOT NULL,
    response    text        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_key_age ON orchestration.idempotency_key (created_at);

-- What a video consists of, as it becomes known, and where each piece stands.
CREATE TABLE orchestration.unit (
    video_id     text             NOT NULL REFERENCES orchestration.video ON DELETE CASCADE,
    kind         text             NOT NULL,
    idx          integer          NOT NULL,
    weight       double precision NOT NULL CHECK (weight > 0),
    state        text             NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'running', 'retrying', 'done', 'failed')),
    attempt      integer          NOT NULL DEFAULT 0,
    failures     integer          NOT NULL DEFAULT 0,
    unreachable  integer          NOT NULL DEFAULT 0,
    provider     text,
    error_code   text,
    error_detail text,
    retry_at     timestamptz,
    started_at   timestamptz,
    finished_at  timestamptz,
    PRIMARY KEY (video_id, kind, idx)
);

CREATE TABLE orchestration.step_result (
    video_id  text        NOT NULL,
    kind      text        NOT NULL,
    idx       integer     NOT NULL,
    result    text        NOT NULL,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (video_id, kind, idx),
    FOREIGN KEY (video_id, kind, idx) REFERENCES orchestration.unit ON DELETE CASCADE
);

-- The ledger: a row per execution, never removed while the video exists. A row without an outcome was running when
-- its process died.
CREATE TABLE orchestration.step_execution (
    execution_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    video_id     text        NOT NULL REFERENCES orchestration.video ON DELETE CASCADE,
    kind         text        NOT NULL,
    idx          integer     NOT NULL,
    attempt      integer     NOT NULL,
    executor     text        NOT NULL,
    started_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    outcome      text CHECK (outcome IN ('succeeded', 'failed', 'stopped', 'released')),
    provider     text,
    error_code   text,
    error_detail text
);
CREATE INDEX step_execution_of_unit ON orchestration.step_execution (video_id, kind, idx);
CREATE UNIQUE INDEX step_execution_once ON orchestration.step_execution (video_id, kind, idx) WHERE outcome = 'succeeded';

-- How fast this installation has been: seconds of wall clock per weight, for each stage.
CREATE TABLE orchestration.pace (
    stage      text PRIMARY KEY,
    weight     double precision NOT NULL,
    seconds    double precision NOT NULL,
    updated_at timestamptz      NOT NULL
);
