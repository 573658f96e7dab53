package io.moneyprinter.tts.provider.silent;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.lang.UScript.ScriptUsage;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Silence as long as a sentence takes to read, with the time at which each word is read. */
final class SilentSpeechSynthesizer implements SpeechSynthesizer {

    private static final Set<ScriptUsage> WRITTEN_TODAY = EnumSet.of(ScriptUsage.RECOMMENDED, ScriptUsage.LIMITED_USE);

    /** {@code mul}: of several languages, here of all. */
    private static final Voice VOICE =
            new Voice(VoiceSettings.NO_VOICE, "none", "No voice", "mul", null, scripts(), true, false);

    private static List<String> scripts() {
        return IntStream.rangeClosed(0, UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT))
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .filter(script -> WRITTEN_TODAY.contains(UScript.getUsage(script)))
                .mapToObj(UScript::getShortName)
                .toList();
    }

    @Override
    public String provider() {
        return VOICE.provider();
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SILENT, Capability.RATE, Capability.WORD_TIMES);
    }

    @Override
    public List<Voice> voices() {
        return List.of(VOICE);
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        var reading = Reading.of(utterance.text(), utterance.rate());
        var file = directory.resolve("silence.wav");
        try {
            Pcm.silence(reading.duration()).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
        return new SpokenAudio(file, reading.words(), WordTiming.Source.ENGINE);
    }
}
