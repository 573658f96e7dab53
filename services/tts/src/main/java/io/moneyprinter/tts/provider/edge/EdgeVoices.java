package io.moneyprinter.tts.provider.edge;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.voice.Scripts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The voices of the service: asked for once in a while, and the configured ones while there is no answer. */
final class EdgeVoices {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeVoices.class);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final int FORBIDDEN = 403;

    private record Known(List<Voice> voices, Instant until) {}

    private final EdgeProperties properties;
    private final HttpClient http;
    private final EdgeToken token;
    private final Clock clock;
    private final JsonMapper json;
    private @Nullable Known known;

    EdgeVoices(EdgeProperties properties, HttpClient http, EdgeToken token, Clock clock, JsonMapper json) {
        this.properties = properties;
        this.http = http;
        this.token = token;
        this.clock = clock;
        this.json = json;
    }

    /** One caller asks the service, the others wait for the answer. */
    synchronized List<Voice> all() {
        var now = clock.instant();
        var last = known;
        if (last != null && now.isBefore(last.until())) {
            return last.voices();
        }
        var next = asked(now, last);
        known = next;
        return next.voices();
    }

    private Known asked(Instant now, @Nullable Known last) {
        try {
            return new Known(voices(answer(true)), now.plus(properties.voicesTtl()));
        } catch (IOException | JacksonException | CodedException e) {
            LOG.warn("Edge does not list its voices, going on with those that are known: {}", e.toString());
            return new Known(last == null ? wellKnown() : last.voices(), now.plus(RETRY));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
    }

    private String answer(boolean again) throws IOException, InterruptedException {
        var address = URI.create("%s?trustedclienttoken=%s&Sec-MS-GEC=%s&Sec-MS-GEC-Version=%s"
                .formatted(properties.voicesUrl(), properties.token(), token.current(), properties.gecVersion()));
        var major = properties.chromiumVersion().replaceFirst("\\..*", "");
        var request = HttpRequest.newBuilder(address)
                .timeout(properties.connectTimeout())
                .header("User-Agent", properties.userAgent())
                .header("Accept", "*/*")
                .header("Accept-Language", "en-US,en;q=0.9")
                .header(
                        "Sec-CH-UA",
                        "\" Not;A Brand\";v=\"99\", \"Microsoft Edge\";v=\"%s\", \"Chromium\";v=\"%s\""
                                .formatted(major, major))
                .header("Sec-CH-UA-Mobile", "?0")
                .header("Cookie", EdgeConnector.cookie())
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == FORBIDDEN && again) {
            var date = EdgeConnector.date(response);
            if (date != null) {
                token.follow(date);
                return answer(false);
            }
        }
        if (response.statusCode() != 200) {
            throw EdgeConnector.refusal(response);
        }
        return response.body();
    }

    private List<Voice> voices(String body) throws IOException {
        var voices = new ArrayList<Voice>();
        for (var entry : json.readTree(body)) {
            var id = text(entry, "ShortName");
            var locale = text(entry, "Locale");
            if (!id.isEmpty() && !locale.isEmpty() && !text(entry, "Status").equals("Deprecated")) {
                voices.add(voice(id, locale, text(entry, "FriendlyName"), text(entry, "Gender")));
            }
        }
        if (voices.isEmpty()) {
            throw new IOException("the list has no voices");
        }
        return List.copyOf(voices);
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asString("");
    }

    private List<Voice> wellKnown() {
        return properties.wellKnownVoices().stream()
                .map(entry -> {
                    var id = entry.replaceFirst(":.*", "");
                    var locale = id.replaceFirst("-[^-]+$", "");
                    return voice(id, locale, "", entry.contains(":") ? entry.replaceFirst(".*:", "") : "");
                })
                .toList();
    }

    private static Voice voice(String id, String locale, String name, String gender) {
        return new Voice(
                "edge",
                id,
                name.isEmpty() ? id : name,
                locale,
                gender.isEmpty() ? null : gender.toLowerCase(Locale.ROOT),
                Scripts.of(locale),
                false,
                false);
    }
}
