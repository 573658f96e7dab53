package io.moneyprinter.materials;

import io.moneyprinter.contracts.materials.BrandKits;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
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
}
