-- Who has a file is asked of the bin, too, before the file is deleted.
drop index materials.asset_by_object;
drop index materials.asset_by_any_object;
create index asset_by_object on materials.asset (storage_path);
