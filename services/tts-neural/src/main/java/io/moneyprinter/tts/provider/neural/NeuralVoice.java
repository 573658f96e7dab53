package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.contracts.tts.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A voice in files, and how its model is asked. */
interface NeuralVoice {

    Voice voice();

    Path model();

    /** Whatever decides how it sounds, the model included. */
    List<Path> files();

    /** The voice of espeak-ng whose phonemes it reads; null when it reads letters. */
    @Nullable
    String phonemes();

    Alphabet alphabet();

    /** Its phonemes for those of espeak-ng. */
    default String adapted(String phonemes) {
        return phonemes;
    }

    /** Symbols that the model takes at once. */
    int mostSymbols();

    int sampleRate();

    /** Samples for each unit of its durations. */
    int samplesPerUnit();

    /** Units by which its sound comes before its durations say. */
    int lead();

    /**
     * What the model is given.
     *
     * @param names of the inputs that it has
     * @param rate speaking rate, 1 is normal
     * @throws io.moneyprinter.problem.CodedException if it has others than such a model has
     */
    List<ModelInput> inputs(Set<String> names, long[] ids, double rate);

    /** The tensor in which the model keeps how long each id lasts, in units; null when it has none. */
    @Nullable
    String durations(OnnxGraph graph);
}
