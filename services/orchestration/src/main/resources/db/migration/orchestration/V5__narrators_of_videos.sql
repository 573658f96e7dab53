-- Who speaks a video. A line for each voice that it has had; the latest counts for all sentences that want the same.

CREATE TABLE orchestration.casting (
    video_id   text        NOT NULL REFERENCES orchestration.video ON DELETE CASCADE,
    generation integer     NOT NULL CHECK (generation > 0),
    wanted     text        NOT NULL,
    provider   text        NOT NULL,
    voice      text        NOT NULL,
    reason     text,
    cast_at    timestamptz NOT NULL,
    PRIMARY KEY (video_id, generation)
);

-- The casting that a piece has to be made again for; 0 as long as it is made once.
ALTER TABLE orchestration.unit ADD COLUMN generation integer NOT NULL DEFAULT 0;

-- An execution whose result was used until something else took its place has no success any more.
ALTER TABLE orchestration.step_execution DROP CONSTRAINT step_execution_outcome_check;
ALTER TABLE orchestration.step_execution ADD CONSTRAINT step_execution_outcome_check
    CHECK (outcome IN ('succeeded', 'failed', 'stopped', 'released', 'replaced'));
