package io.moneyprinter.testing.edge;

import io.moneyprinter.testing.edge.EdgeStandIn.Behaviour;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One connection to the stand-in: a list of voices, a refusal, or a handshake and one turn. */
final class EdgeStandInConnection {

    private static final String DATE = "[A-Z][a-z]{2} [A-Z][a-z]{2} \\d{2} \\d{4} \\d{2}:\\d{2}:\\d{2}"
            + " GMT\\+0000 \\(Coordinated Universal Time\\)";

    private static final Pattern CONFIG = Pattern.compile("X-Timestamp:" + DATE
            + "\r\nContent-Type:application/json; charset=utf-8\r\nPath:speech.config\r\n\r\n"
            + Pattern.quote("{\"context\":{\"synthesis\":{\"audio\":{\"metadataoptions\":{"
                    + "\"sentenceBoundaryEnabled\":\"false\",\"wordBoundaryEnabled\":\"true\"},"
                    + "\"outputFormat\":\"audio-24khz-48kbitrate-mono-mp3\"}}}}\r\n"));

    private static final Pattern SSML = Pattern.compile(
            "X-RequestId:(?<id>[0-9a-f]{32})\r\nContent-Type:application/ssml\\+xml\r\nX-Timestamp:" + DATE
                    + "Z\r\nPath:ssml\r\n\r\n"
                    + "(?<ssml><speak version='1\\.0' xmlns='http://www\\.w3\\.org/2001/10/synthesis' xml:lang='en-US'>"
                    + "<voice name='Microsoft Server Speech Text to Speech Voice \\((?<locale>[a-z]{2,}-[A-Z]{2,})"
                    + "[A-Za-z-]*, \\w+Neural\\)'>"
                    + "<prosody pitch='[+-]\\d+Hz' rate='(?<rate>[+-]\\d+)%' volume='[+-]\\d+%'>"
                    + "(?<text>[^<>]*)</prosody></voice></speak>)",
            Pattern.DOTALL);

    private static final Map<String, Pattern> QUERY = Map.of(
            "TrustedClientToken", Pattern.compile("6A5AA1D4EAFF4E9FB37E23D68491D6F4"),
            "ConnectionId", Pattern.compile("[0-9a-f]{32}"),
            "Sec-MS-GEC", Pattern.compile("[0-9A-F]{64}"),
            "Sec-MS-GEC-Version", Pattern.compile("1-\\d+(\\.\\d+){3}"));

    private static final Map<String, Pattern> HEADERS = Map.of(
            "pragma", Pattern.compile("no-cache"),
            "cache-control", Pattern.compile("no-cache"),
            "origin", Pattern.compile("chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold"),
            "user-agent",
                    Pattern.compile("Mozilla/5\\.0 .* Chrome/\\d+\\.0\\.0\\.0 Safari/537\\.36 Edg/\\d+\\.0\\.0\\.0"),
            "accept-encoding", Pattern.compile("gzip, deflate, br, zstd"),
            "accept-language", Pattern.compile("en-US,en;q=0\\.9"),
            "cookie", Pattern.compile("muid=[0-9A-F]{32};"),
            "sec-websocket-version", Pattern.compile("13"));

    private static final List<String> VOICES = List.of(
            "en-US-EmmaMultilingualNeural/Female",
            "en-US-AndrewMultilingualNeural/Male",
            "en-GB-SoniaNeural/Female",
            "ar-EG-SalmaNeural/Female",
            "de-DE-KatjaNeural/Female",
            "es-ES-ElviraNeural/Female",
            "fr-FR-DeniseNeural/Female",
            "hi-IN-SwaraNeural/Female",
            "ja-JP-NanamiNeural/Female",
            "ko-KR-SunHiNeural/Female",
            "ru-RU-SvetlanaNeural/Female",
            "th-TH-PremwadeeNeural/Female",
            "zh-CN-XiaoxiaoNeural/Female");

    private static final int PART = 720;
    private static final int MAX_TEXT_BYTES = 4096;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;

    private final DataInputStream in;
    private final OutputStream out;
    private final EdgeLarynx larynx;
    private final Behaviour behaviour;
    private final Duration clockOffset;
    private final List<String> spoken;
    private final List<String> violations;

    EdgeStandInConnection(
            Socket socket,
            EdgeLarynx larynx,
            Behaviour behaviour,
            Duration clockOffset,
            List<String> spoken,
            List<String> violations)
            throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        this.larynx = larynx;
        this.behaviour = behaviour;
        this.clockOffset = clockOffset;
        this.spoken = spoken;
        this.violations = violations;
    }

    void serve() throws IOException {
        var target = line().split(" ")[1];
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var query = query(target);
        switch (behaviour) {
            case FORBID -> answer("403 Forbidden", "", "");
            case THROTTLE -> answer("429 Too Many Requests", "Retry-After: 7\r\n", "");
            case BREAK -> answer("500 Internal Server Error", "", "");
            case SEND_A_WEB_PAGE -> answer("200 OK", "Content-Type: text/html\r\n", "<!doctype html><h1>Sign in</h1>");
            default -> {
                if (!isCurrent(query.getOrDefault("Sec-MS-GEC", ""))) {
                    answer("403 Forbidden", "Date: %s\r\n".formatted(date()), "");
                } else if (target.startsWith("/voices/list")) {
                    answer("200 OK", "Content-Type: application/json\r\n", voices());
                } else {
                    check("query", QUERY, query);
                    check("header", HEADERS, headers);
                    shake(headers.getOrDefault("sec-websocket-key", ""));
                    turn();
                }
            }
        }
    }

    private void turn() throws IOException {
        var config = message();
        if (!CONFIG.matcher(config).matches()) {
            refuse("first message: " + config);
            return;
        }
        var message = message();
        var ssml = SSML.matcher(message);
        if (!ssml.matches()) {
            refuse("second message: " + message);
            return;
        }
        if (ssml.group("text").getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
            refuse("text of more than %d bytes".formatted(MAX_TEXT_BYTES));
            return;
        }
        spoken.add(ssml.group("ssml"));
        if (behaviour == Behaviour.STALL) {
            in.read();
            return;
        }
        var text = ssml.group("text").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        var rate = 1 + Integer.parseInt(ssml.group("rate")) / 100.0;
        answerTurn(ssml.group("id"), EdgeWord.of(text, ssml.group("locale"), rate));
    }

    private void answerTurn(String id, List<EdgeWord> words) throws IOException {
        text(id, "turn.start", "{\"context\":{\"serviceTag\":\"%s\"}}".formatted(id));
        text(id, "response", "{\"context\":{\"serviceTag\":\"%s\"},\"audio\":{\"type\":\"inline\"}}".formatted(id));
        if (behaviour == Behaviour.GARBLE) {
            send(BINARY, new byte[] {0x7f, 0x7f, 1, 2, 3});
            return;
        }
        if (behaviour != Behaviour.SAY_NOTHING) {
            var mp3 = larynx.mp3(words);
            for (var at = 0; at < mp3.length; at += PART) {
                sound(id, "Content-Type:audio/mpeg\r\n", mp3, at, Math.min(PART, mp3.length - at));
                if (behaviour == Behaviour.HANG_UP && at > 0) {
                    return;
                }
            }
            for (var word : words) {
                text(id, "audio.metadata", boundary(word));
            }
            sound(id, "", mp3, 0, 0);
        }
        text(id, "turn.end", "{}");
        // The service leaves it to the caller to hang up.
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static String boundary(EdgeWord word) {
        var escaped = word.text()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\\", "\\\\")
                .replace("\"", "&quot;");
        return ("{\"Metadata\":[{\"Type\":\"WordBoundary\",\"Data\":{\"Offset\":%d,\"Duration\":%d,"
                        + "\"text\":{\"Text\":\"%s\",\"Length\":%d,\"BoundaryType\":\"WordBoundary\"}}}]}")
                .formatted(
                        word.offset().toNanos() / 100,
                        word.duration().toNanos() / 100,
                        escaped,
                        word.text().length());
    }

    private void text(String id, String path, String body) throws IOException {
        var bytes = "X-RequestId:%s\r\nContent-Type:application/json; charset=utf-8\r\nPath:%s\r\n\r\n%s"
                .formatted(id, path, body)
                .getBytes(StandardCharsets.UTF_8);
        send(TEXT, bytes);
    }

    private void sound(String id, String type, byte[] mp3, int from, int length) throws IOException {
        var headers = "X-RequestId:%s\r\n%sX-StreamId:%s\r\nPath:audio\r\n"
                .formatted(id, type, id)
                .getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(2 + headers.length + length);
        message.putShort((short) headers.length).put(headers).put(mp3, from, length);
        send(BINARY, message.array());
    }

    private void refuse(String violation) throws IOException {
        violations.add(violation);
        send(CLOSE, new byte[] {0x03, (byte) 0xef});
    }

    private void check(String what, Map<String, Pattern> expected, Map<String, String> given) {
        expected.forEach((name, pattern) -> {
            var value = given.getOrDefault(name, "");
            if (!pattern.matcher(value).matches()) {
                violations.add("%s %s: '%s'".formatted(what, name, value));
            }
        });
    }

    private boolean isCurrent(String token) {
        var now = Instant.now().plus(clockOffset).getEpochSecond();
        return token.equals(token(now)) || token.equals(token(now - 300)) || token.equals(token(now + 300));
    }

    private static String token(long unixSeconds) {
        var seconds = unixSeconds + 11_644_473_600L;
        var ticks = (seconds - seconds % 300) * 10_000_000L;
        return HexFormat.of().withUpperCase().formatHex(digest("SHA-256", ticks + "6A5AA1D4EAFF4E9FB37E23D68491D6F4"));
    }

    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(clockOffset).atOffset(ZoneOffset.UTC));
    }

    private static String voices() {
        var entries = VOICES.stream().map(voice -> {
            var id = voice.replaceFirst("/.*", "");
            var locale = id.replaceFirst("-[^-]+$", "");
            return ("{\"Name\":\"Microsoft Server Speech Text to Speech Voice (%s, %s)\",\"ShortName\":\"%s\","
                            + "\"Gender\":\"%s\",\"Locale\":\"%s\","
                            + "\"SuggestedCodec\":\"audio-24khz-48kbitrate-mono-mp3\","
                            + "\"FriendlyName\":\"Microsoft %s\",\"Status\":\"GA\","
                            + "\"VoiceTag\":{\"ContentCategories\":[\"General\"],"
                            + "\"VoicePersonalities\":[\"Friendly\",\"Positive\"]}}")
                    .formatted(
                            locale, id.substring(locale.length() + 1), id, voice.replaceFirst(".*/", ""), locale, id);
        });
        return "[" + String.join(",", entries.toList()) + "]";
    }

    private static Map<String, String> query(String target) {
        var query = new HashMap<String, String>();
        for (var pair : target.replaceFirst("^[^?]*\\??", "").split("&")) {
            query.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("^[^=]*=?", ""));
        }
        return query;
    }

    private void answer(String status, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write("HTTP/1.1 %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(status, headers, bytes.length)
                .getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
    }

    private void shake(String key) throws IOException {
        var accept = Base64.getEncoder().encodeToString(digest("SHA-1", key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: %s\r\n\r\n")
                .formatted(accept)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** One whole text message of the caller, whose frames are masked. */
    private String message() throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            var first = in.readUnsignedByte();
            long length = in.readUnsignedByte() & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            var mask = in.readNBytes(4);
            var payload = in.readNBytes(Math.toIntExact(length));
            for (var i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            switch (first & 0x0f) {
                case CLOSE -> throw new EOFException();
                case PING -> {}
                default -> message.writeBytes(payload);
            }
            if ((first & 0x80) != 0 && (first & 0x0f) < CLOSE) {
                return message.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private void send(int opcode, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(0x80 | opcode);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }
}
