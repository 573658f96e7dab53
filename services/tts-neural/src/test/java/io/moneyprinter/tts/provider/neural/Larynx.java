package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.testing.onnx.PhonemesStandIn;
import io.moneyprinter.testing.onnx.VoiceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A directory of voices, a stand-in for espeak-ng, and who speaks with both. */
final class Larynx implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Path home;
    private final PhonemesStandIn standIn;
    private NeuralSpeechSynthesizer synthesizer;

    Larynx(Path home) throws IOException {
        this.home = Files.createDirectories(home);
        this.standIn = PhonemesStandIn.in(home);
        this.synthesizer = thatTakes(LONG, standIn.program().toString());
        Files.createDirectories(voices());
    }

    Path voices() {
        return home.resolve("voices");
    }

    PhonemesStandIn espeak() {
        return standIn;
    }

    NeuralSpeechSynthesizer synthesizer() {
        return synthesizer;
    }

    /** From now on with another program, or less patience. */
    void changeTo(Duration timeout, String program) {
        synthesizer.close();
        synthesizer = thatTakes(timeout, program);
    }

    private NeuralSpeechSynthesizer thatTakes(Duration timeout, String program) {
        var properties =
                new NeuralProperties(true, voices(), program, 2, 1, 2, timeout, Duration.ofNanos(1), null, LONG);
        return new NeuralSpeechSynthesizer(
                properties, new VoiceShelf(voices(), properties.voicesTtl(), Clock.systemUTC()));
    }

    /** Where in the sound each symbol begins, in units, and after them where all ends. */
    static int[] borders(String symbols) {
        var borders = new int[symbols.length() + 1];
        for (var i = 0; i < symbols.length(); i++) {
            borders[i + 1] = borders[i] + VoiceFiles.units(symbols.charAt(i));
        }
        return borders;
    }

    /** As a model of Piper is given them. */
    static String padded(String symbols) {
        var padded = new StringBuilder("^_");
        symbols.chars().forEach(symbol -> padded.append((char) symbol).append('_'));
        return padded.append('$').toString();
    }

    @Override
    public void close() {
        synthesizer.close();
    }
}
