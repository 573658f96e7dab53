-- What did not go as planned in a piece that is done, such as why a GPU was not used. For people.

ALTER TABLE orchestration.unit ADD COLUMN note text;
