-- The times of the words of a video, a file as those of its captions are.
ALTER TABLE orchestration.video ADD COLUMN words_key text;
