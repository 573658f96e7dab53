package io.moneyprinter.app.cli;

import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.service.hosting.ServiceId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter serve}: hosts services until it is told to end. */
@Command(
        name = "serve",
        description = "Hosts all services on one port, or some of them, each on its own.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--services",
            split = ",",
            paramLabel = "NAME",
            description = "which ones to host: ${COMPLETION-CANDIDATES}; default: all of them")
    private @Nullable List<ServiceId> services;

    @Option(names = "--port", description = "where to answer; default: 8000, or the service's own port")
    private @Nullable Integer port;

    @Option(names = "--host", description = "the address to listen on; default: 127.0.0.1")
    private @Nullable String address;

    @Override
    public Integer call() throws InterruptedException {
        var home = Home.of(System.getenv());
        Set<ServiceId> hosted = services == null ? EnumSet.allOf(ServiceId.class) : EnumSet.copyOf(services);
        var options = ServerOptions.everything(home)
                .withServices(hosted)
                .withPort(port)
                .withAddress(address);
        if (!hosted.contains(ServiceId.GATEWAY)) {
            return serve(options, null);
        }
        try (var lock = HostLock.tryAcquire(home)) {
            if (lock == null) {
                spec.commandLine()
                        .getErr()
                        .println("moneyprinter: another server uses " + home
                                + HostFile.read(home)
                                        .map(host -> " (%s, process %d)".formatted(host.uri(), host.pid()))
                                        .orElse(""));
                return ExitCodes.FAILED;
            }
            return serve(options, lock);
        }
    }

    private int serve(ServerOptions options, @Nullable HostLock lock) throws InterruptedException {
        var ended = new CountDownLatch(1);
        var server = Server.start(options);
        if (lock != null) {
            HostFile.ofThisProcess(server.port()).write(options.home());
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (lock != null) {
                                HostFile.delete(options.home());
                            }
                            server.close();
                            ended.countDown();
                        },
                        "stop"));
        spec.commandLine().getOut().printf("MoneyPrinter answers on %s%n", server.urls());
        spec.commandLine().getOut().flush();
        ended.await();
        return ExitCodes.OK;
    }
}
