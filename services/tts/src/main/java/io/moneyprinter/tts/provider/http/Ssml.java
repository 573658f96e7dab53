package io.moneyprinter.tts.provider.http;

import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.Utterance;

/** The elements of SSML that Azure and Google both read. */
public final class Ssml {

    private Ssml() {}

    /** The text of an utterance, escaped, with an element around each part that is said in its own way. */
    public static String of(Utterance utterance) {
        var text = utterance.text();
        var ssml = new StringBuilder();
        var at = 0;
        for (var delivery : utterance.deliveries()) {
            ssml.append(Xml.escaped(text.substring(at, delivery.start())));
            ssml.append(delivered(text.substring(delivery.start(), delivery.end()), delivery));
            at = delivery.end();
        }
        return ssml.append(Xml.escaped(text.substring(at))).toString();
    }

    /** A part of the text that is delivered so. */
    public static String delivered(String part, Delivery delivery) {
        var sounds = delivery.ipa() == null
                ? Xml.escaped(part)
                : "<phoneme alphabet='ipa' ph='%s'>%s</phoneme>"
                        .formatted(Xml.escaped(delivery.ipa()), Xml.escaped(part));
        return delivery.emphasized() ? "<emphasis level='strong'>%s</emphasis>".formatted(sounds) : sounds;
    }
}
