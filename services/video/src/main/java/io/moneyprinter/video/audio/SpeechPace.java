package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.WavFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;

/** Makes speech faster or slower, at the same pitch. The same change of the same speech is made once. */
public final class SpeechPace {

    /** To be changed with anything that changes how it sounds. */
    private static final String VERSION = "1";

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final ObjectStore store;

    public SpeechPace(ObjectStore store) {
        this.store = store;
    }

    /**
     * @param tempo how many times faster, 0.5 to 2
     * @throws io.moneyprinter.problem.CodedException what {@code runs} throws
     */
    public Speech at(Speech speech, double tempo, Runs runs) {
        if (speech.provider().equals(VoiceSettings.NO_VOICE)) {
            return speech.at(speech.audio(), Math.round(speech.samples() / tempo));
        }
        var key = new ObjectKey("speech/%s.wav"
                .formatted(Digests.of("pace", VERSION, speech.audio().value(), Double.toString(tempo))));
        if (!store.exists(key)) {
            write(store.file(speech.audio()), tempo, key, runs);
        }
        return speech.at(key, samples(store.file(key)));
    }

    private void write(Path spoken, double tempo, ObjectKey key, Runs runs) {
        var file = store.newFile("wav");
        try {
            runs.run(MixCommands.faster(spoken, tempo, file), DEADLINE);
            store.put(key, file);
        } finally {
            store.discard(file);
        }
    }

    private static long samples(Path wav) {
        try (var file = FileChannel.open(wav)) {
            return WavFormat.read(file).frames();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + wav, e);
        }
    }
}
