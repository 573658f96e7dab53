package io.moneyprinter.tts.provider.marytts;

import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** What MaryTTS is told and what it tells, both in XML. */
final class MaryMarkup {

    static final String PROSODY = "prosody";
    static final String RATE = "rate";

    private static final String SSML = "http://www.w3.org/2001/10/synthesis";

    /** MaryTTS rests 400 ms at every mark, which is slow for a short video. */
    private static final double COMMA_PAUSE_MS = 160;

    private static final double CLAUSE_PAUSE_MS = 240;
    private static final double SENTENCE_PAUSE_MS = 320;

    private MaryMarkup() {}

    /** SSML with the text in it; the engine's own prosody element understands these two. */
    static Document of(String text, double rate, double pitch) {
        var document = newDocument();
        var speak = document.createElementNS(SSML, "speak");
        speak.setAttribute("version", "1.0");
        speak.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", "en-US");
        document.appendChild(speak);
        var parent = speak;
        if (rate != 1 || pitch != 0) {
            parent = document.createElementNS(SSML, PROSODY);
            speak.appendChild(parent);
        }
        if (rate != 1) {
            // It takes the percentage off the durations: +50% halves them.
            parent.setAttribute(RATE, percent(1 - 1 / rate));
        }
        if (pitch != 0) {
            parent.setAttribute("pitch", percent(Math.pow(2, pitch / 12) - 1));
        }
        parent.appendChild(document.createTextNode(text));
        return document;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.0f%%", 100 * share);
    }

    private static Document newDocument() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK makes documents", e);
        }
    }

    /** Rests as a narrator does, and shorter when speaking faster. */
    static void shortenPauses(Document plan, double rate) {
        var before = "";
        for (var element : elements(plan)) {
            switch (element.getLocalName()) {
                case "t" -> before = spelling(element);
                case "boundary" -> {
                    if (element.hasAttribute("duration")) {
                        element.setAttribute("duration", String.valueOf(Math.round(pause(before) / rate)));
                    }
                }
                default -> {}
            }
        }
    }

    private static double pause(String before) {
        return switch (before) {
            case ".", "!", "?" -> SENTENCE_PAUSE_MS;
            case ";", ":" -> CLAUSE_PAUSE_MS;
            default -> COMMA_PAUSE_MS;
        };
    }

    /** The tokens that sound, with the sums of the durations before and of their phones. */
    static List<SpokenWord> words(Document realised) {
        var words = new ArrayList<SpokenWord>();
        var offset = 0.0;
        for (var element : elements(realised)) {
            switch (element.getLocalName()) {
                case "t" -> {
                    var phones = element.getElementsByTagName("ph");
                    var duration = 0.0;
                    for (var i = 0; i < phones.getLength(); i++) {
                        duration += milliseconds((Element) phones.item(i), "d");
                    }
                    if (duration > 0) {
                        words.add(new SpokenWord(spelling(element), time(offset), time(duration)));
                    }
                    offset += duration;
                }
                case "boundary" -> offset += milliseconds(element, "duration");
                default -> {}
            }
        }
        return words;
    }

    /**
     * Writes into the plan how long its phones have become. At the usual rate that is as planned; at another, every part
     * of every phone is rounded after that.
     */
    static void fit(Document plan, Duration sound) {
        var planned = 0.0;
        var paced = 0.0;
        var phones = new ArrayList<Element>();
        for (var element : elements(plan)) {
            switch (element.getLocalName()) {
                case "ph" -> {
                    planned += milliseconds(element, "d");
                    if (isPaced(element)) {
                        paced += milliseconds(element, "d");
                        phones.add(element);
                    }
                }
                case "boundary" -> planned += milliseconds(element, "duration");
                default -> {}
            }
        }
        var factor = 1 + (sound.toNanos() * 1e-6 - planned) / paced;
        phones.forEach(phone -> phone.setAttribute("d", String.valueOf(factor * milliseconds(phone, "d"))));
    }

    private static boolean isPaced(Element phone) {
        for (var node = phone.getParentNode(); node instanceof Element element; node = node.getParentNode()) {
            if (PROSODY.equals(element.getLocalName()) && element.hasAttribute(RATE)) {
                return true;
            }
        }
        return false;
    }

    private static double milliseconds(Element element, String attribute) {
        var value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static Duration time(double milliseconds) {
        return Duration.ofNanos(Math.round(milliseconds * 1e6));
    }

    /** The text of the token itself, without that of its syllables; a leading underscore says how to read it. */
    static String spelling(Element token) {
        var spelling = new StringBuilder();
        for (var child = token.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                spelling.append(text.getData());
            }
        }
        return spelling.toString().strip();
    }

    static List<Element> elements(Document document) {
        var elements = new ArrayList<Element>();
        collect(document.getDocumentElement(), elements);
        return elements;
    }

    private static void collect(Node node, List<Element> elements) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
                collect(element, elements);
            }
        }
    }
}
