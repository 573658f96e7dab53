package io.moneyprinter.testing.edge;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegBinaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks the protocol of the read-aloud service byte for byte, as strictly as the real one, and misbehaves on demand.
 *
 * <p>With {@link #main} it stands in for a whole run: point {@code moneyprinter.tts.edge.url} and
 * {@code moneyprinter.tts.edge.voices-url} at it, and any language is narrated by a hum.
 */
public final class EdgeStandIn implements AutoCloseable {

    /** How it answers. */
    public enum Behaviour {
        SPEAK,
        /** Refuses every token and does not say what time it is. */
        FORBID,
        /** 429 with {@code Retry-After: 7}. */
        THROTTLE,
        /** 500 instead of a handshake. */
        BREAK,
        /** A page to sign in on instead of a handshake, as hotels have it. */
        SEND_A_WEB_PAGE,
        /** Closes the connection in the middle of the sound. */
        HANG_UP,
        /** Takes the text and never answers. */
        STALL,
        /** Sends a binary message whose header is longer than itself. */
        GARBLE,
        /** Ends the turn without sound, as for a voice that was removed. */
        SAY_NOTHING
    }

    private final ServerSocket server;
    private final EdgeLarynx larynx;
    private final List<String> spoken = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Behaviour.SPEAK;
    private volatile Later later = new Later(Integer.MAX_VALUE, Behaviour.SPEAK);
    private volatile Duration clockOffset = Duration.ZERO;

    private EdgeStandIn(ServerSocket server, EdgeLarynx larynx) {
        this.server = server;
        this.larynx = larynx;
    }

    /** @param port 0 for any */
    public static EdgeStandIn start(int port, EdgeLarynx larynx) {
        try {
            var standIn = new EdgeStandIn(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), larynx);
            Thread.ofPlatform().daemon().name("edge-stand-in").start(standIn::accept);
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    /** A larynx that can be heard. */
    public static EdgeLarynx humming(Ffmpeg ffmpeg) {
        return new HummingLarynx(ffmpeg, HummingLarynx.RATE);
    }

    /** One that sounds the same at a sample rate that nobody has asked for. */
    public static EdgeLarynx humming(Ffmpeg ffmpeg, int sampleRate) {
        return new HummingLarynx(ffmpeg, sampleRate);
    }

    /** Where it is spoken. */
    public URI url() {
        return URI.create("ws://127.0.0.1:%d/edge/v1".formatted(server.getLocalPort()));
    }

    /** Where the voices are listed. */
    public URI voicesUrl() {
        return URI.create("http://127.0.0.1:%d/voices/list".formatted(server.getLocalPort()));
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** Speaks so many texts more and then does as it is told. */
    public void behaveAfter(int texts, Behaviour next) {
        behaviour = Behaviour.SPEAK;
        later = new Later(spoken.size() + texts, next);
    }

    private record Later(int texts, Behaviour behaviour) {}

    /** Makes its clock differ from ours, so that tokens of our time are refused with 403 and its {@code Date}. */
    public void setClockOffset(Duration offset) {
        clockOffset = offset;
    }

    /** The SSML of everything it was asked to say. */
    public List<String> spoken() {
        return List.copyOf(spoken);
    }

    /** What callers did that the real service would not take. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().name("edge-stand-in-connection").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        var asked = later;
        var now = spoken.size() >= asked.texts() ? asked.behaviour() : behaviour;
        try (socket) {
            new EdgeStandInConnection(socket, larynx, now, clockOffset, spoken, violations).serve();
        } catch (IOException gone) {
            // The caller hung up, which callers may do.
        } catch (RuntimeException e) {
            violations.add(e.toString());
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves until it is ended. Arguments: the port, and the directory where FFmpeg is unpacked. */
    public static void main(String[] arguments) throws InterruptedException {
        var port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099;
        var home = Path.of(
                arguments.length > 1 ? arguments[1] : System.getProperty("java.io.tmpdir") + "/edge-stand-in-ffmpeg");
        try (var ffmpeg = new Ffmpeg(FfmpegBinaries.locate(home, null), 2);
                var standIn = start(port, humming(ffmpeg))) {
            System.out.printf(
                    "--moneyprinter.tts.edge.enabled=true --moneyprinter.tts.edge.url=%s"
                            + " --moneyprinter.tts.edge.voices-url=%s%n",
                    standIn.url(), standIn.voicesUrl());
            Thread.currentThread().join();
        }
    }
}
