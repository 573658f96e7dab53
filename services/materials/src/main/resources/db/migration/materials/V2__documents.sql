-- Documents have words to make videos of.
alter table materials.asset drop constraint asset_file_type_check;
alter table materials.asset add constraint asset_file_type_check
    check (file_type in ('image', 'video', 'audio', 'document'));
