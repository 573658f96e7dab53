package io.moneyprinter.service.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.identity.CallerArgumentResolver;
import io.moneyprinter.service.identity.IdentityAutoConfiguration;
import io.moneyprinter.service.identity.ServiceTokens;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Request names, guards, identity and problems, in this order. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class, after = IdentityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@Import({ProblemAdvice.class, ProblemErrorController.class})
public final class WebAutoConfiguration {

    /** Right after the filter that begins the trace, so that all others log with it. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    ProblemCounter problemCounter(ObjectProvider<MeterRegistry> registry) {
        return new ProblemCounter(registry);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json, ProblemCounter counter) {
        return new ProblemWriter(json, counter);
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        var registration = register(new RequestIdFilter(), Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    FilterRegistrationBean<BrowserGuardFilter> browserGuardFilter(
            HostedServices hosted, WebProperties properties, ProblemWriter problems) {
        var registration = register(new BrowserGuardFilter(properties.allowedHosts(), problems), FIRST);
        // Elsewhere everything needs a token, which no page has.
        registration.setEnabled(hosted.open());
        return registration;
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(
            HostedServices hosted, ServiceTokens tokens, ProblemWriter problems) {
        return register(new AccessFilter(hosted, tokens, problems), FIRST + 1);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(WebProperties properties, ProblemWriter problems) {
        return register(new BodyLimitFilter(properties.maxBody(), problems), FIRST + 2);
    }

    @Bean
    WebMvcConfigurer callerParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    private static <T extends Filter> FilterRegistrationBean<T> register(T filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setAsyncSupported(true);
        return registration;
    }
}
