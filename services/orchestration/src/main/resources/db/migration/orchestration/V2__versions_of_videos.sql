-- A version is a video of its own; what they share is the first of them, which may be deleted before the others.

ALTER TABLE orchestration.video ADD COLUMN root_id text;
ALTER TABLE orchestration.video ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE orchestration.video ADD COLUMN parent_id text;
ALTER TABLE orchestration.video ADD COLUMN edits text NOT NULL DEFAULT '[]';
UPDATE orchestration.video SET root_id = video_id;
ALTER TABLE orchestration.video ALTER COLUMN root_id SET NOT NULL;
CREATE UNIQUE INDEX video_version ON orchestration.video (root_id, version);

-- How many versions there ever were of a video that has been edited: numbers are not given twice.
CREATE TABLE orchestration.lineage (
    root_id  text PRIMARY KEY,
    versions integer NOT NULL
);

-- Pieces that were taken over, finished, from the version that was edited. The ledger has no line for them.
ALTER TABLE orchestration.unit ADD COLUMN copied boolean NOT NULL DEFAULT false;

-- What a piece of work has to know besides the request and the script.
CREATE TABLE orchestration.unit_input (
    video_id text    NOT NULL,
    kind     text    NOT NULL,
    idx      integer NOT NULL,
    input    text    NOT NULL,
    PRIMARY KEY (video_id, kind, idx),
    FOREIGN KEY (video_id, kind, idx) REFERENCES orchestration.unit ON DELETE CASCADE
);

ALTER TABLE orchestration.video ADD COLUMN captions_ass_key text;
