package io.moneyprinter.testing.web;

import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application behind its real web server, to be called over a real socket. */
public final class TestServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param properties as {@code name=value} */
    public static TestServer start(Class<?> application, TestDatabase database, Path home, String... properties) {
        var common = List.of(
                "moneyprinter.home=" + home,
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.main.banner-mode=off");
        var arguments = Stream.of(common.stream(), Stream.of(database.properties()), Stream.of(properties))
                .flatMap(some -> some)
                .map("--"::concat)
                .toArray(String[]::new);
        return new TestServer(new SpringApplicationBuilder(application).run(arguments));
    }

    /** Such as {@code http://127.0.0.1:43210}. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
