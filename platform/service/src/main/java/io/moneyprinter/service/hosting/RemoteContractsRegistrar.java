package io.moneyprinter.service.hosting;

import java.util.ServiceLoader;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** One client per contract of each service that runs elsewhere. */
final class RemoteContractsRegistrar implements ImportBeanDefinitionRegistrar {

    private final Environment environment;
    private final BeanFactory beans;

    RemoteContractsRegistrar(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        var hosted = HostedServices.of(environment);
        for (var module : ServiceLoader.load(ServiceModule.class)) {
            if (!hosted.hosts(module.id())) {
                for (var contract : module.contracts()) {
                    register(registry, module.id(), contract);
                }
            }
        }
    }

    private <T> void register(BeanDefinitionRegistry registry, ServiceId service, Class<T> contract) {
        var client = BeanDefinitionBuilder.rootBeanDefinition(
                        contract, () -> beans.getBean(RemoteClients.class).client(service, contract))
                .setLazyInit(true)
                .getBeanDefinition();
        registry.registerBeanDefinition(contract.getName(), client);
    }
}
