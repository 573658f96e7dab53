package io.moneyprinter.gateway;

import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import java.util.List;

/** Makes the gateway known to the program. */
public final class GatewayModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.GATEWAY;
    }

    @Override
    public Class<?> configuration() {
        return GatewayConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of();
    }
}
