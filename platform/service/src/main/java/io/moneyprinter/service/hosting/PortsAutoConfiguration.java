package io.moneyprinter.service.hosting;

import java.util.ArrayList;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * The ports of this process. With the gateway all answer on its port; without it each service answers on its own. A
 * {@code server.port} that is set serves them all.
 */
@AutoConfiguration(after = HostingAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class PortsAutoConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ports(Environment environment, HostedServices hosted) {
        return factory -> {
            if (environment.getProperty("server.port") != null) {
                return;
            }
            var services = new ArrayList<>(hosted.services());
            // The gateway is the first of all services.
            factory.setPort(services.removeFirst().port());
            if (!hosted.open()) {
                for (var service : services) {
                    factory.addAdditionalConnectors(connector(service, factory));
                }
            }
        };
    }

    private static Connector connector(ServiceId service, TomcatServletWebServerFactory factory) {
        var connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(service.port());
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(factory.getAddress());
            protocol.setExecutor(new VirtualThreadExecutor("tomcat-%s-".formatted(service.id())));
        }
        return connector;
    }
}
