package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.ffmpeg.Programs;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.espeak.EspeakProgram;
import io.moneyprinter.tts.provider.http.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns text into phonemes with espeak-ng. */
final class EspeakPhonemes implements AutoCloseable {

    private static final String PROPERTY = NeuralProperties.PREFIX + ".program";
    private static final int MOST_OUTPUT = 1 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /** Shorter lines, which is all of them, are clauses. */
    private static final String CLAUSE_PER_LINE = "9999";

    /** Its phonemes are those of the other one, but it spells characters out in English. */
    private static final String CHINESE = "cmn";

    private static final String READABLE_CHINESE = "cmn-latn-pinyin";

    /** Around words of other languages, their names; and joints of phonemes that are written with two letters. */
    private static final Pattern ASIDES = Pattern.compile("\\([^)]*\\)|[\\u200d\\u0361]");

    private final String name;
    private final EspeakProgram program;

    /** @param name to look for on the PATH, or a path */
    EspeakPhonemes(String name) {
        this.name = name;
        this.program = new EspeakProgram(this::located, TIMEOUT, new Failures("espeak-ng", PROPERTY, ApiKey.NONE));
    }

    boolean isPresent() {
        return Programs.find(name) != null;
    }

    private Path located() {
        var found = Programs.find(name);
        if (found == null) {
            throw missing();
        }
        return found;
    }

    /** Of the program; {@code none} where there is none. */
    String version() {
        return isPresent() ? program.version() : "none";
    }

    /** {@code VOICE_PROGRAM_MISSING}. */
    CodedException missing() {
        return new CodedException(
                TtsErrorCode.VOICE_PROGRAM_MISSING,
                "Neural voices need the program espeak-ng, which turns text into phonemes, and there is no '%s'."
                                .formatted(name)
                        + " Install it (Debian: apt-get install espeak-ng) or name it in %s.".formatted(PROPERTY));
    }

    /**
     * The phonemes of each line, in IPA, decomposed, with spaces between words; empty for a line that it cannot read.
     *
     * @param lines one clause each, without marks
     * @param voice of the program
     * @param directory for files of this call
     */
    List<String> of(List<String> lines, String voice, Path directory) {
        var together = spoken(String.join("\n", lines), voice, directory);
        if (together.size() == lines.size()) {
            return together;
        }
        // It found an end of a clause within one of them.
        var alone = new ArrayList<String>();
        for (var line : lines) {
            alone.add(String.join(" ", spoken(line, voice, directory)).strip());
        }
        return alone;
    }

    private List<String> spoken(String text, String voice, Path directory) {
        try {
            var file = Files.writeString(directory.resolve("phonemes.txt"), text + "\n");
            var name = voice.equals(CHINESE) ? READABLE_CHINESE : voice;
            var arguments = List.of("-q", "--ipa", "-l", CLAUSE_PER_LINE, "-v", name, "--stdin");
            var output = new String(program.output(arguments, file, MOST_OUTPUT), StandardCharsets.UTF_8);
            return output.lines().map(EspeakPhonemes::plain).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
    }

    private static String plain(String line) {
        return Normalizer.normalize(ASIDES.matcher(line).replaceAll(""), Normalizer.Form.NFD)
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public void close() {
        program.close();
    }
}
