package io.moneyprinter.materials;

import io.moneyprinter.contracts.materials.BrandKits;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import io.moneyprinter.service.store.KeyColumn;
import java.util.List;

/** Makes the materials service known to the program. */
public final class MaterialsModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.MATERIALS;
    }

    @Override
    public Class<?> configuration() {
        return MaterialsConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of(MaterialLibrary.class, BrandKits.class);
    }

    @Override
    public List<String> namespaces() {
        return List.of("designed", "materials", "music", "originals", "pictures", "variants");
    }

    @Override
    public List<KeyColumn> keyColumns() {
        return List.of(
                KeyColumn.of("materials.asset", "storage_path").where("not is_purged"),
                KeyColumn.of("materials.asset_version", "storage_path").where("not dropped"),
                KeyColumn.of("materials.original", "storage_path").where("not dropped"),
                KeyColumn.of("materials.asset_variant", "storage_path")
                        .where("exists (select 1 from materials.asset where asset.id = asset_id and not is_purged)"),
                // Says only what a smaller file was made of.
                KeyColumn.unneeded("materials.asset_variant", "media"),
                KeyColumn.unneeded("materials.film_proxy", "media"),
                KeyColumn.unneeded("materials.picture", "media"),
                // What is made again as soon as it is asked for.
                KeyColumn.of("materials.picture", "storage_path").replaceable(),
                KeyColumn.of("materials.generated_image", "storage_path").replaceable(),
                // Whoever wants a clip whose file is gone fetches it again, and decides anew what a sentence shows.
                KeyColumn.of("materials.stock_clip", "storage_path").replaceable(),
                KeyColumn.within("materials.shot", "shot").replaceable(),
                // A film whose smaller files are gone reads the original.
                KeyColumn.within("materials.film_proxy", "proxies").replaceable());
    }
}
