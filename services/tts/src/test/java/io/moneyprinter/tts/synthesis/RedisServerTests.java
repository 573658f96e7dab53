package io.moneyprinter.tts.synthesis;

import io.moneyprinter.ffmpeg.Programs;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server, which knows what the stand-in has wrong. */
@EnabledIf(value = "isInstalled", disabledReason = "redis-server is not on the PATH")
class RedisServerTests extends SharedSpeechIndexContract {

    private static int port;
    private static Process server;

    static boolean isInstalled() {
        return Programs.find("redis-server") != null;
    }

    @BeforeAll
    static void start(@TempDir Path work) throws Exception {
        port = freePort();
        server = new ProcessBuilder(List.of(
                        "redis-server",
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--requirepass",
                        "secret",
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--dir",
                        work.toString()))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        while (!answers()) {
            Thread.sleep(20);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers() {
        if (!server.isAlive()) {
            throw new IllegalStateException("redis-server ended with " + server.exitValue());
        }
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    protected String url() {
        return "redis://:secret@127.0.0.1:%d/0".formatted(port);
    }
}
