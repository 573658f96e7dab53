package io.moneyprinter.testing.redis;

import io.moneyprinter.ffmpeg.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The {@code redis-server} of this machine, on a port of its own and with a password. It keeps nothing in files: when it
 * is started again it knows nothing.
 */
public final class RedisServer implements AutoCloseable {

    private static final String PROGRAM = "redis-server";
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final int port;
    private Process process;

    private RedisServer(int port) {
        this.port = port;
        this.process = run(port);
    }

    public static boolean isInstalled() {
        return Programs.find(PROGRAM) != null;
    }

    /** Returns when it answers. */
    public static RedisServer start() {
        return new RedisServer(freePort());
    }

    /** With its password. */
    public String url() {
        return url("secret");
    }

    public String url(String password) {
        return "redis://:%s@127.0.0.1:%d/0".formatted(password, port);
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** After {@link #kill}; on the same port. */
    public void startAgain() {
        process = run(port);
    }

    /** Takes connections and questions from now on, and answers none. */
    public void hold() {
        signal("STOP");
    }

    /** Answers all that came while it was held. */
    public void release() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var sent = new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, process.pid()))
                    .inheritIO()
                    .start();
            if (sent.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("cannot send %s to redis-server".formatted(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process run(int port) {
        var command = List.of(
                PROGRAM,
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--requirepass",
                "secret",
                "--save",
                "",
                "--appendonly",
                "no");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitAnswer(process, port);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitAnswer(Process process, int port) {
        var deadline = System.nanoTime() + START.toNanos();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("redis-server does not start on port " + port);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean answers(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
