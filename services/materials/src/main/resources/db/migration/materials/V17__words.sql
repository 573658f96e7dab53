-- Plurals in -ches, -shes, -xes and -ies are other words now: all files are put into the index again.
update materials.asset set described = 0, describe_after = now() where described <> 0;
