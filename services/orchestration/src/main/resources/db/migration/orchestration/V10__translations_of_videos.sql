-- A translation is a video of its own, with versions of its own; what it was translated from may be deleted before it.

ALTER TABLE orchestration.video ADD COLUMN original_id text;
ALTER TABLE orchestration.video ADD COLUMN original_root_id text;
ALTER TABLE orchestration.video ADD CHECK ((original_id IS NULL) = (original_root_id IS NULL));
CREATE INDEX video_original ON orchestration.video (original_root_id) WHERE original_root_id IS NOT NULL;
