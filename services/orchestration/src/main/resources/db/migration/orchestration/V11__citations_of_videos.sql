-- The texts of others that the script of a video was made of, as JSON.
ALTER TABLE orchestration.video ADD COLUMN citations text NOT NULL DEFAULT '[]';
