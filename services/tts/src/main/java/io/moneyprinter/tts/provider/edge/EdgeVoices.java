package io.moneyprinter.tts.provider.edge;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.provider.http.VoiceList;
import io.moneyprinter.tts.voice.Scripts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The voices of the service: asked for once in a while, and the configured ones while there is no answer. */
final class EdgeVoices {

    private static final int FORBIDDEN = 403;

    private final EdgeProperties properties;
    private final HttpClient http;
    private final EdgeToken token;
    private final JsonMapper json;
    private final VoiceList list;

    EdgeVoices(EdgeProperties properties, HttpClient http, EdgeToken token, Clock clock, JsonMapper json) {
        this.properties = properties;
        this.http = http;
        this.token = token;
        this.json = json;
        this.list = new VoiceList("Edge", this::listed, wellKnown(properties), properties.voicesTtl(), clock);
    }

    List<Voice> all() {
        return list.all();
    }

    @Nullable
    CodedException listingFailure() {
        return list.failure();
    }

    private List<Voice> listed() {
        try {
            return voices(answer(true));
        } catch (IOException | JacksonException e) {
            throw EdgeConnector.unavailable("it does not list its voices (%s)".formatted(e), e);
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

    private List<Voice> voices(String body) {
        var voices = new ArrayList<Voice>();
        for (var entry : json.readTree(body)) {
            var id = text(entry, "ShortName");
            var locale = text(entry, "Locale");
            if (!id.isEmpty() && !locale.isEmpty() && !text(entry, "Status").equals("Deprecated")) {
                var personalities = new ArrayList<String>();
                entry.path("VoiceTag").path("VoicePersonalities").forEach(one -> personalities.add(one.asString("")));
                voices.add(voice(id, locale, text(entry, "FriendlyName"), text(entry, "Gender"))
                        .withStyles(personalities));
            }
        }
        return voices;
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asString("");
    }

    private static List<Voice> wellKnown(EdgeProperties properties) {
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
