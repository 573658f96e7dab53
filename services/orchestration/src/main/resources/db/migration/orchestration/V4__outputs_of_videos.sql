-- Further files of a finished video. Each is a piece of work like those of the film, and shares their tables: its state
-- is in unit, what was asked for in unit_input, what came of it in step_result, its executions in the ledger.

-- Numbers are never given twice: the engine knows a piece by its number.
CREATE SEQUENCE orchestration.output_number AS integer;

CREATE TABLE orchestration.output (
    output_id      text PRIMARY KEY,
    video_id       text        NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('conversion', 'extract')),
    idx            integer     NOT NULL,
    request_digest text        NOT NULL,
    enqueued       boolean     NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL,
    UNIQUE (video_id, kind, idx),
    FOREIGN KEY (video_id, kind, idx) REFERENCES orchestration.unit ON DELETE CASCADE
);
CREATE INDEX output_waiting ON orchestration.output (created_at) WHERE NOT enqueued;
