-- What providers were asked to speak for a video, and what they take for it in US dollars; null where it was not kept.
ALTER TABLE orchestration.video ADD COLUMN speech_characters bigint;
ALTER TABLE orchestration.video ADD COLUMN speech_cost numeric(16, 6);
