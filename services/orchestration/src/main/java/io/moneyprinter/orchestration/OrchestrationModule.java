package io.moneyprinter.orchestration;

import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import java.util.List;

/** The orchestration service as the program that hosts it sees it. Nobody calls it but people. */
public final class OrchestrationModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.ORCHESTRATION;
    }

    @Override
    public Class<?> configuration() {
        return OrchestrationConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of();
    }
}
