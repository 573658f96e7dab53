package io.moneyprinter.tts.provider.neural;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.neural.Phrase.Sound;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text is said by a voice.
 *
 * @param words of the text, in order
 */
record Pronunciation(List<String> words, List<Phrase> phrases) {

    private static final String SPACE = " ";

    Pronunciation {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
    }

    /**
     * @param directory for files of this call
     * @throws CodedException {@code TEXT_NOT_SPEAKABLE}, or if the voice cannot read what espeak-ng says
     */
    static Pronunciation of(String text, NeuralVoice voice, EspeakPhonemes espeak, Path directory) {
        var clauses = Clause.of(text, ULocale.forLanguageTag(voice.voice().locale()));
        var words = clauses.stream().flatMap(clause -> clause.words().stream()).toList();
        var writer = new Writer(voice, words);
        if (!words.isEmpty()) {
            var lines = new ArrayList<>(clauses.stream().map(Clause::line).toList());
            lines.addAll(words);
            var phonemes = phonemes(lines, voice, espeak, directory);
            var first = 0;
            for (var i = 0; i < clauses.size(); i++) {
                var own = clauses.get(i).words().size();
                var alone = phonemes.subList(clauses.size() + first, clauses.size() + first + own);
                writer.write(clauses.get(i), phonemes.get(i), alone);
                first += own;
            }
        }
        var phrases = writer.phrases();
        if (phrases.stream().flatMap(phrase -> phrase.sounds().stream()).allMatch(sound -> sound.word() < 0)) {
            throw new CodedException(
                    TtsErrorCode.TEXT_NOT_SPEAKABLE,
                    "The voice %s finds no word in '%s'."
                            .formatted(voice.voice().id(), text));
        }
        return new Pronunciation(words, phrases);
    }

    private static List<String> phonemes(List<String> lines, NeuralVoice voice, EspeakPhonemes espeak, Path directory) {
        var program = voice.phonemes();
        if (program == null) {
            return lines.stream()
                    .map(line -> Normalizer.normalize(line, Normalizer.Form.NFD))
                    .toList();
        }
        return espeak.of(lines, program, directory).stream().map(voice::adapted).toList();
    }

    /** Puts clauses together, as many as the model takes at once and no more than a sentence. */
    private static final class Writer {

        private final NeuralVoice voice;
        private final Alphabet alphabet;
        private final List<String> words;
        private final List<Phrase> phrases = new ArrayList<>();
        private final List<Sound> open = new ArrayList<>();
        private int firstWord;

        private Writer(NeuralVoice voice, List<String> words) {
            this.voice = voice;
            this.alphabet = voice.alphabet();
            this.words = words;
        }

        void write(Clause clause, String phonemes, List<String> alone) {
            var sounds = sounds(phonemes, alone);
            check(sounds);
            sounds.removeIf(sound -> !alphabet.knows(sound.symbol()));
            var mark = alphabet.knows(clause.mark()) ? clause.mark() : Clause.instead(clause.mark());
            if (alphabet.knows(mark)) {
                sounds.add(new Sound(mark, Phrase.NO_WORD));
            }
            firstWord += clause.words().size();
            // One more for the space before it.
            if (open.size() + sounds.size() + 1 > voice.mostSymbols()) {
                close(false);
            }
            while (sounds.size() > voice.mostSymbols()) {
                var cut = cut(sounds);
                open.addAll(sounds.subList(0, cut));
                sounds.subList(0, cut).clear();
                close(false);
            }
            if (!open.isEmpty() && alphabet.knows(SPACE)) {
                open.add(new Sound(SPACE, Phrase.NO_WORD));
            }
            open.addAll(sounds);
            if (clause.endsSentence()) {
                close(true);
            }
        }

        List<Phrase> phrases() {
            close(false);
            return phrases;
        }

        private void close(boolean endsSentence) {
            if (open.stream().anyMatch(sound -> sound.word() >= 0)) {
                phrases.add(new Phrase(open, endsSentence));
            }
            open.clear();
        }

        /** After the last space that lets the first part be short enough. */
        private int cut(List<Sound> sounds) {
            for (var at = voice.mostSymbols() - 1; at > 0; at--) {
                if (sounds.get(at).symbol().equals(SPACE)) {
                    return at + 1;
                }
            }
            return voice.mostSymbols();
        }

        private List<Sound> sounds(String phonemes, List<String> alone) {
            var all = alphabet.cut(phonemes);
            var heard = all.stream().filter(symbol -> !symbol.equals(SPACE)).toList();
            var spaced = new boolean[heard.size()];
            var count = 0;
            for (var i = 0; i < all.size(); i++) {
                if (!all.get(i).equals(SPACE)) {
                    spaced[count++] = i > 0 && all.get(i - 1).equals(SPACE);
                }
            }
            var ends = WordBorders.of(
                    heard, spaced, alone.stream().map(this::heard).toList());
            var sounds = new ArrayList<Sound>();
            var word = 0;
            for (var i = 0; i < heard.size(); i++) {
                var before = word;
                while (ends[word] <= i) {
                    word++;
                }
                if (spaced[i] && i > 0) {
                    sounds.add(new Sound(SPACE, word == before ? firstWord + word : Phrase.NO_WORD));
                }
                sounds.add(new Sound(heard.get(i), firstWord + word));
            }
            return sounds;
        }

        private List<String> heard(String phonemes) {
            return alphabet.cut(phonemes).stream()
                    .filter(symbol -> !symbol.equals(SPACE))
                    .toList();
        }

        /** A single symbol that a voice does not know is left out, as Piper does, but never a whole word. */
        private void check(List<Sound> sounds) {
            for (var from = 0; from < sounds.size(); ) {
                var word = sounds.get(from).word();
                var to = from;
                var known = false;
                while (to < sounds.size() && sounds.get(to).word() == word) {
                    known |= alphabet.knows(sounds.get(to).symbol());
                    to++;
                }
                if (!known && word >= 0) {
                    var unknown = String.join(
                            "",
                            sounds.subList(from, to).stream().map(Sound::symbol).toList());
                    throw BrokenVoice.of(
                            voice.files().get(1),
                            "it has none of the phonemes of '%s' (%s)".formatted(words.get(word), unknown),
                            "it must be the file that belongs to the model, and name the voice of espeak-ng"
                                    + " that the model was made with");
                }
                from = to;
            }
        }
    }
}
