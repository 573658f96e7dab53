package io.moneyprinter.tts.provider.azure;

import io.moneyprinter.tts.provider.http.Polyglot;
import io.moneyprinter.tts.provider.http.Ssml;
import io.moneyprinter.tts.provider.http.Xml;
import io.moneyprinter.tts.spi.Utterance;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An utterance as SSML: one voice that speaks, in another language than its own where it was chosen for that. */
final class AzureMarkup {

    private AzureMarkup() {}

    static String of(Utterance utterance) {
        var voice = utterance.voice();
        return "<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis'%s xml:lang='%s'><voice name='%s'>%s</voice></speak>"
                .formatted(
                        utterance.style() == null ? "" : " xmlns:mstts='https://www.w3.org/2001/mstts'",
                        Xml.escaped(voice.locale()),
                        Xml.escaped(Polyglot.id(voice)),
                        body(utterance));
    }

    /** All but the outer tags counts, and a Chinese character counts twice, in other languages as well. */
    static long billed(Utterance utterance) {
        return body(utterance)
                .codePoints()
                .map(c -> Character.isIdeographic(c) ? 2 : 1)
                .sum();
    }

    /** What stands between the tags that cost nothing. */
    private static String body(Utterance utterance) {
        var voice = utterance.voice();
        var text = Ssml.of(utterance);
        var spoken = Polyglot.isAbroad(voice)
                ? "<lang xml:lang='%s'>%s</lang>".formatted(Xml.escaped(voice.locale()), text)
                : text;
        return styled(utterance, paced(utterance, spoken));
    }

    /** The service reads names of styles that it does not know as no style at all, so they are spelled as it does. */
    private static String styled(Utterance utterance, String spoken) {
        var style = utterance.style();
        if (style == null) {
            return spoken;
        }
        var spelled = utterance.voice().styles().stream()
                .filter(style::equalsIgnoreCase)
                .findFirst()
                .orElse(style);
        return "<mstts:express-as style='%s'%s>%s</mstts:express-as>"
                .formatted(Xml.escaped(spelled), degree(utterance.styleDegree()), spoken);
    }

    /** In hundredths, of which the service knows none smaller. */
    private static String degree(@Nullable Double degree) {
        return degree == null ? "" : String.format(Locale.ROOT, " styledegree='%.2f'", degree);
    }

    private static String paced(Utterance utterance, String spoken) {
        return utterance.rate() == 1 && utterance.pitch() == 0
                ? spoken
                : "<prosody rate='%s' pitch='%s'>%s</prosody>"
                        .formatted(
                                String.format(Locale.ROOT, "%+d%%", Math.round((utterance.rate() - 1) * 100)),
                                String.format(Locale.ROOT, "%+.1fst", utterance.pitch()),
                                spoken);
    }
}
