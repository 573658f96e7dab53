package io.moneyprinter.tts.provider.marytts;

import io.moneyprinter.tts.spi.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The words of a text as MaryTTS has cut it up, before it thinks of sounds. */
final class MaryTokens {

    /** Both are shares of what is usual; the rate is taken off the duration. */
    private static final String STRESSED_RATE = "-20%";

    private static final String STRESSED_PITCH = "+12%";

    /** A word, and where it stands in the text. */
    private record Token(Element element, int start, int end) {

        boolean isIn(Delivery delivery) {
            return start < delivery.end() && delivery.start() < end;
        }
    }

    private MaryTokens() {}

    /** Writes down how parts of the text are to be said. */
    static void deliver(Document document, ReadableText text) {
        var tokens = words(document, text.text());
        for (var delivery : text.deliveries()) {
            var words = tokens.stream()
                    .filter(token -> token.isIn(delivery))
                    .map(Token::element)
                    .toList();
            if (delivery.ipa() != null && !words.isEmpty()) {
                words = pronounced(words, Allophones.of(delivery.ipa()));
            }
            if (delivery.emphasized()) {
                words.forEach(MaryTokens::stress);
            }
        }
    }

    /** In order; what has no letter or digit is no word. */
    private static List<Token> words(Document document, String text) {
        var words = new ArrayList<Token>();
        var at = 0;
        for (var element : MaryMarkup.elements(document)) {
            if (element.getLocalName().equals("t")) {
                var spelling = MaryMarkup.spelling(element);
                var start = text.indexOf(spelling, at);
                if (start >= 0) {
                    at = start + spelling.length();
                    if (spelling.codePoints().anyMatch(Character::isLetterOrDigit)) {
                        words.add(new Token(element, start, at));
                    }
                }
            }
        }
        return words;
    }

    /** Word by word where there are as many sounds as words; else all of them are one word. */
    private static List<Element> pronounced(List<Element> words, List<String> sounds) {
        if (words.size() == sounds.size()) {
            for (var i = 0; i < words.size(); i++) {
                words.get(i).setAttribute("ph", sounds.get(i));
            }
            return words;
        }
        var one = words.getFirst();
        one.setTextContent(
                String.join(" ", words.stream().map(MaryMarkup::spelling).toList()));
        one.setAttribute("ph", String.join(" - ", sounds));
        words.stream().skip(1).forEach(word -> parent(word).removeChild(word));
        return List.of(one);
    }

    /** Longer, higher, and where the melody of the sentence turns. */
    private static void stress(Element word) {
        var prosody = word.getOwnerDocument().createElementNS(word.getNamespaceURI(), MaryMarkup.PROSODY);
        prosody.setAttribute(MaryMarkup.RATE, STRESSED_RATE);
        prosody.setAttribute("pitch", STRESSED_PITCH);
        prosody.setAttribute("force-accent", "word");
        parent(word).replaceChild(prosody, word);
        prosody.appendChild(word);
    }

    private static Element parent(Element element) {
        return (Element) Objects.requireNonNull(element.getParentNode());
    }
}
