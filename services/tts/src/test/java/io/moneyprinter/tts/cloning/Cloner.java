package io.moneyprinter.tts.cloning;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.spi.VoiceCloning;
import io.moneyprinter.tts.spi.VoiceSample;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import io.moneyprinter.tts.voice.VoicesTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider that keeps the voices it is asked to make, and fails when it is told to. */
final class Cloner extends ToneSynthesizer implements VoiceCloning {

    final Map<String, String> kept = new LinkedHashMap<>();
    final List<VoiceSample> samples = new ArrayList<>();
    final List<String> spokenWith = new ArrayList<>();

    @Nullable
    TtsErrorCode failure;

    /** Whether it does what it is asked before it fails. */
    boolean failsLate;

    Cloner() {
        super("cloner", 0.1, VoicesTests.voice("cloner", "everybody", "en-US"));
    }

    @Override
    public Optional<VoiceCloning> cloning() {
        return Optional.of(this);
    }

    @Override
    public int mostSamples() {
        return 2;
    }

    @Override
    public Duration longestSamples() {
        return Duration.ofSeconds(4);
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    public Made create(VoiceSample sample) {
        samples.add(sample);
        var id = "v" + samples.size();
        if (failure == null || failsLate) {
            kept.put(sample.name().value(), id);
        }
        fail();
        return new Made(id, false);
    }

    @Override
    public @Nullable String find(CloneName name) {
        fail();
        return kept.get(name.value());
    }

    @Override
    public void delete(String id) {
        fail();
        kept.values().remove(id);
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        spokenWith.add(utterance.voice().id());
        return super.synthesize(utterance, directory);
    }

    private void fail() {
        if (failure != null) {
            throw new CodedException(failure, "told to fail");
        }
    }

    static Voice everybodys() {
        return VoicesTests.voice("cloner", "everybody", "en-US");
    }
}
