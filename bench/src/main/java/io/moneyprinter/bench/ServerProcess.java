package io.moneyprinter.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code serve} as a process of its own, which can be killed. Runs with this process' JVM, flags and class path. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final List<Integer> ports;

    private ServerProcess(Process process, List<Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    /**
     * Starts the server and returns when all its ports answer.
     *
     * @param main the class whose {@code main} understands {@code serve}
     * @param ports where it should answer afterwards
     */
    static ServerProcess start(Class<?> main, Path home, Path log, List<String> arguments, List<Integer> ports)
            throws IOException, InterruptedException {
        return start(main, home, log, List.of(), arguments, Map.of(), ports);
    }

    /**
     * @param launcher what starts the JVM, such as {@code taskset -c 0}
     * @param environment settings, as environment variables
     */
    public static ServerProcess start(
            Class<?> main,
            Path home,
            Path log,
            List<String> launcher,
            List<String> arguments,
            Map<String, String> environment,
            List<Integer> ports)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(launcher);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A recorded AOT cache belongs to the command that was recorded.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-XX:AOT"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), "serve"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MONEYPRINTER_HOME", home.toString());
        builder.environment().putAll(environment);
        var server = new ServerProcess(builder.start(), ports);
        server.awaitReady(log);
        return server;
    }

    /** A port of this machine that nobody listens on. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** {@code kill -9}: the process gets no chance to do anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** What it and its children that have ended have used. */
    Duration cpu() {
        return CpuTime.of(String.valueOf(process.pid()));
    }

    /** Bytes that it alone had in memory at the most, without its children; 0 where there is no {@code /proc}. */
    long peakMemory() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path log) throws InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            for (var port : ports) {
                while (!answers(http, port)) {
                    if (!process.isAlive() || System.nanoTime() > deadline) {
                        process.destroyForcibly();
                        throw new IllegalStateException("the server did not start; see " + log);
                    }
                    Thread.sleep(100);
                }
            }
        }
    }

    private static boolean answers(HttpClient http, int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
