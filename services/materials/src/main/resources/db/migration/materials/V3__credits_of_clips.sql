-- The credit that the provider or the licence asks for stays with the file. Files that came before have none here, but
-- every shot that shows them has.
alter table materials.stock_clip add column attribution text;
