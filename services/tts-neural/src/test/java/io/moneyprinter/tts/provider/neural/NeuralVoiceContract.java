package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizerContract;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What voices of every layout do; a subclass puts them into the larynx. */
abstract class NeuralVoiceContract extends SpeechSynthesizerContract {

    @TempDir
    Path home;

    Larynx larynx;

    @BeforeEach
    void open() throws IOException {
        larynx = new Larynx(home);
    }

    @AfterEach
    void close() {
        larynx.close();
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return larynx.synthesizer();
    }

    SpokenAudio spoken(String text, double rate, Path work) {
        return synthesizer()
                .synthesize(new Utterance(text, synthesizer().voices().getFirst(), rate, 0), work);
    }

    static short[] samples(SpokenAudio spoken) throws IOException {
        return Wave.read(Files.readAllBytes(spoken.file())).samples();
    }
}
