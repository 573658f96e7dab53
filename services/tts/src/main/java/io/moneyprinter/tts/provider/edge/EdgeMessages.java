package io.moneyprinter.tts.provider.edge;

import io.moneyprinter.tts.spi.Utterance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is sent, to the letter: the service refuses anything else. */
final class EdgeMessages {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Pattern SHORT_NAME = Pattern.compile("([a-z]{2,})-([A-Z]{2,})((?:-[A-Za-z]+)?)-([^-]+Neural)");

    /** The service wants hertz; voices lie about here. */
    private static final double FEMALE_HERTZ = 200;

    private static final double MALE_HERTZ = 120;

    private EdgeMessages() {}

    static String config(Instant now, String outputFormat) {
        return ("X-Timestamp:%s\r\n"
                        + "Content-Type:application/json; charset=utf-8\r\n"
                        + "Path:speech.config\r\n\r\n"
                        + "{\"context\":{\"synthesis\":{\"audio\":{\"metadataoptions\":{"
                        + "\"sentenceBoundaryEnabled\":\"false\",\"wordBoundaryEnabled\":\"true\"},"
                        + "\"outputFormat\":\"%s\"}}}}\r\n")
                .formatted(DATE.format(now), outputFormat);
    }

    /** The Z after the date is a mistake of the browser's that the service expects. */
    static String ssml(Instant now, String requestId, String ssml) {
        return ("X-RequestId:%s\r\n"
                        + "Content-Type:application/ssml+xml\r\n"
                        + "X-Timestamp:%sZ\r\n"
                        + "Path:ssml\r\n\r\n%s")
                .formatted(requestId, DATE.format(now), ssml);
    }

    /** @param escaped text that is already XML */
    static String speak(Utterance utterance, String escaped) {
        return ("<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='en-US'>"
                        + "<voice name='%s'><prosody pitch='%s' rate='%s' volume='+0%%'>%s</prosody></voice></speak>")
                .formatted(
                        longName(utterance.voice().id()),
                        pitch(utterance),
                        String.format(Locale.ROOT, "%+d%%", Math.round((utterance.rate() - 1) * 100)),
                        escaped);
    }

    private static String pitch(Utterance utterance) {
        var base = "male".equals(utterance.voice().gender()) ? MALE_HERTZ : FEMALE_HERTZ;
        return String.format(Locale.ROOT, "%+dHz", Math.round(base * (Math.pow(2, utterance.pitch() / 12) - 1)));
    }

    static String longName(String shortName) {
        var name = SHORT_NAME.matcher(shortName);
        return name.matches()
                ? "Microsoft Server Speech Text to Speech Voice (%s-%s%s, %s)"
                        .formatted(name.group(1), name.group(2), name.group(3), name.group(4))
                : shortName;
    }
}
