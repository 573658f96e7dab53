-- How many times faster than spoken the voice is heard: decided for the first version, kept by all that follow.

ALTER TABLE orchestration.video ADD COLUMN tempo double precision NOT NULL DEFAULT 1 CHECK (tempo > 0);
