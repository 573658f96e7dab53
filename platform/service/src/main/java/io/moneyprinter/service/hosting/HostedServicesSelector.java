package io.moneyprinter.service.hosting;

import java.util.Comparator;
import java.util.ServiceLoader;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** The configurations of the services that run here. */
final class HostedServicesSelector implements ImportSelector {

    private final Environment environment;

    HostedServicesSelector(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        var hosted = HostedServices.of(environment);
        return ServiceLoader.load(ServiceModule.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(module -> hosted.hosts(module.id()))
                .sorted(Comparator.comparing(ServiceModule::id))
                .map(module -> module.configuration().getName())
                .toArray(String[]::new);
    }
}
