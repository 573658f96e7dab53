package io.moneyprinter.app;

import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.hosting.ServiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running server. Whoever starts it closes it; it has no shutdown hook of its own. */
public final class Server implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final ServerOptions options;

    private Server(ConfigurableApplicationContext context, ServerOptions options) {
        this.context = context;
        this.options = options;
    }

    /** Returns when it answers. */
    public static Server start(ServerOptions options) {
        var hosted = new HostedServices(options.services());
        var all = hosted.services().size() == ServiceId.values().length;
        var name = all ? "all" : hosted.toString();
        var arguments = new ArrayList<>(List.of(
                "--" + HostedServices.PROPERTY + "=" + name,
                "--moneyprinter.home=" + options.home(),
                "--logging.file.name=" + options.home().resolve("logs").resolve(name.replace(',', '-') + ".log"),
                // A file of that name in the directory that somebody happens to be in is not ours.
                "--spring.config.location=classpath:/application.yaml,optional:file:%s/application.yaml"
                        .formatted(options.home())));
        if (options.port() != null) {
            arguments.add("--server.port=" + options.port());
        }
        if (options.address() != null) {
            arguments.add("--server.address=" + options.address());
        }
        var context = new SpringApplicationBuilder(Application.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
        return new Server(context, options);
    }

    /** The first port that it answers on. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Where it answers, for people. */
    public String urls() {
        var host = options.address() == null ? "127.0.0.1" : options.address();
        var hosted = new HostedServices(options.services());
        if (options.port() != null || hosted.open()) {
            return "http://%s:%d".formatted(host, port());
        }
        return hosted.services().stream()
                .map(service -> "http://%s:%d".formatted(host, service.port()))
                .collect(Collectors.joining(" "));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
