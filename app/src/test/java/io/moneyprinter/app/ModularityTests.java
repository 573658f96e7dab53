package io.moneyprinter.app;

import io.moneyprinter.service.hosting.ServiceModule;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** Inside a service every package is a feature, and features meet only where they offer something. */
class ModularityTests {

    static Stream<Class<?>> services() {
        return ServiceLoader.load(ServiceModule.class).stream()
                .map(service -> service.get().configuration());
    }

    @ParameterizedTest
    @MethodSource("services")
    void keepsFeaturesApart(Class<?> service) {
        ApplicationModules.of(service.getPackageName()).verify();
    }
}
