package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.tts.SpeechText.Mark;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.NormalizedText.Span;
import io.moneyprinter.tts.normalization.Pronunciation;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a sentence says between two pauses.
 *
 * @param pause silence before it
 * @param offset where it begins in the sentence
 */
record Part(Duration pause, int offset, NormalizedText text, List<Delivery> deliveries) {

    Part {
        deliveries = List.copyOf(deliveries);
    }

    /** A pause with nothing to say after it. */
    boolean isSilent() {
        return text.isSilent();
    }

    /** The same word in the sentence, of which this begins at {@code start}. */
    WordTiming placed(WordTiming word, Duration start) {
        return new WordTiming(
                word.start() + offset,
                word.end() + offset,
                word.offset().plus(start),
                word.duration(),
                word.source(),
                word.confidence());
    }

    /**
     * The parts of a sentence; only the last may be silent, unless all are.
     *
     * @param pronunciations of some of its words
     * @param scripts that the voice reads
     * @param capabilities of the voice
     */
    static List<Part> of(
            SpeechText sentence,
            List<Pronunciation> pronunciations,
            TextNormalizer normalizer,
            String language,
            Set<String> scripts,
            Set<Capability> capabilities) {
        var parts = new ArrayList<Part>();
        var pause = Duration.ZERO;
        var start = 0;
        for (var cut : cuts(sentence)) {
            var written = sentence.plain().substring(start, cut.at());
            var text = normalizer.normalize(written, language, scripts, within(pronunciations, start, cut.at()));
            if (!text.isSilent() || cut.isLast()) {
                var stressed = capabilities.contains(Capability.EMPHASIS)
                        ? emphases(sentence, text, start, cut.at())
                        : List.<Span>of();
                parts.add(new Part(pause, start, text, deliveries(stressed, text.sounds())));
                pause = Duration.ZERO;
            }
            pause = pause.plus(cut.pause());
            start = cut.at();
        }
        return parts;
    }

    private record Cut(int at, Duration pause, boolean isLast) {}

    private static List<Cut> cuts(SpeechText sentence) {
        var cuts = new ArrayList<Cut>();
        for (var mark : sentence.marks()) {
            if (mark instanceof Mark.Pause(var at, var length)) {
                cuts.add(new Cut(at, length, false));
            }
        }
        cuts.add(new Cut(sentence.plain().length(), Duration.ZERO, true));
        return cuts;
    }

    private static List<Pronunciation> within(List<Pronunciation> pronunciations, int start, int end) {
        return pronunciations.stream()
                .filter(said -> said.start() >= start && said.end() <= end)
                .map(said -> new Pronunciation(said.start() - start, said.end() - start, said.spoken(), said.ipa()))
                .toList();
    }

    private static List<Span> emphases(SpeechText sentence, NormalizedText text, int start, int end) {
        var spans = new ArrayList<Span>();
        for (var mark : sentence.marks()) {
            if (mark instanceof Mark.Emphasis(var from, var to) && from < end && start < to) {
                var span = text.spoken(Math.max(from, start) - start, Math.min(to, end) - start);
                if (span != null) {
                    spans.add(span);
                }
            }
        }
        return spans;
    }

    /** What has sounds of its own is one part; emphasis on some of it is on all of it. */
    private static List<Delivery> deliveries(List<Span> stressed, List<NormalizedText.Sounds> sounds) {
        var deliveries = new ArrayList<Delivery>();
        var at = 0;
        for (var sound : sounds) {
            var span = sound.spoken();
            stress(stressed, at, span.start(), deliveries);
            deliveries.add(new Delivery(span.start(), span.end(), overlaps(stressed, span), sound.ipa()));
            at = span.end();
        }
        stress(stressed, at, Integer.MAX_VALUE, deliveries);
        return deliveries;
    }

    private static void stress(List<Span> stressed, int from, int to, List<Delivery> deliveries) {
        var at = from;
        for (var span : stressed) {
            var start = Math.max(span.start(), at);
            var end = Math.min(span.end(), to);
            if (start < end) {
                deliveries.add(new Delivery(start, end, true, null));
                at = end;
            }
        }
    }

    private static boolean overlaps(List<Span> spans, Span other) {
        return spans.stream().anyMatch(span -> span.start() < other.end() && other.start() < span.end());
    }
}
