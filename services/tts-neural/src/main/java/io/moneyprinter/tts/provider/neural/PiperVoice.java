package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.voice.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A voice of Piper: {@code NAME.onnx}, and what is to know about it in {@code NAME.onnx.json}.
 *
 * @param speaker null when the model has one
 */
record PiperVoice(
        Voice voice,
        Path model,
        PiperConfig config,
        @Nullable Integer speaker) implements NeuralVoice {

    static final String MODEL = ".onnx";
    static final String DESCRIPTION = ".onnx.json";

    private static final String IDS = "input";
    private static final String LENGTHS = "input_lengths";
    private static final String SCALES = "scales";
    private static final String SPEAKER = "sid";
    private static final int MOST_SYMBOLS = 1_000;

    /** All its speakers, each as a voice. */
    static List<NeuralVoice> read(Path model) {
        var file = String.valueOf(model.getFileName());
        var id = file.substring(0, file.length() - MODEL.length());
        var config = PiperConfig.read(model.resolveSibling(id + DESCRIPTION), id);
        if (config.speakers().isEmpty()) {
            return List.of(new PiperVoice(voice(id, config.name(), config), model, config, null));
        }
        var voices = new ArrayList<NeuralVoice>();
        config.speakers()
                .forEach((name, number) -> voices.add(new PiperVoice(
                        voice("%s:%s".formatted(id, name), "%s, %s".formatted(config.name(), name), config),
                        model,
                        config,
                        number)));
        return voices;
    }

    private static Voice voice(String id, String name, PiperConfig config) {
        return new Voice(
                NeuralSpeechSynthesizer.PROVIDER,
                id,
                name,
                config.locale(),
                null,
                Scripts.of(config.locale()),
                true,
                false);
    }

    @Override
    public List<Path> files() {
        return List.of(model, config.file());
    }

    @Override
    public @Nullable String phonemes() {
        return config.phonemes();
    }

    @Override
    public Alphabet alphabet() {
        return config.alphabet();
    }

    @Override
    public int mostSymbols() {
        return MOST_SYMBOLS;
    }

    @Override
    public int sampleRate() {
        return config.sampleRate();
    }

    @Override
    public int samplesPerUnit() {
        return config.hopLength();
    }

    @Override
    public int lead() {
        return 0;
    }

    @Override
    public List<ModelInput> inputs(Set<String> names, long[] ids, double rate) {
        if (!names.containsAll(Set.of(IDS, LENGTHS, SCALES))) {
            throw BrokenVoice.of(
                    model,
                    "it is no voice of Piper, as its inputs are %s (expected: %s, %s, %s)"
                            .formatted(names, IDS, LENGTHS, SCALES),
                    BrokenVoice.TAKE_AGAIN);
        }
        var inputs = new ArrayList<ModelInput>();
        inputs.add(new ModelInput.Longs(IDS, ids, 1, ids.length));
        inputs.add(new ModelInput.Longs(LENGTHS, new long[] {ids.length}, 1));
        inputs.add(new ModelInput.Floats(
                SCALES,
                new float[] {config.noiseScale(), (float) (config.lengthScale() / rate), config.noiseWidthScale()},
                3));
        if (names.contains(SPEAKER)) {
            inputs.add(new ModelInput.Longs(SPEAKER, new long[] {speaker == null ? 0 : speaker}, 1));
        }
        return inputs;
    }

    /** Rounded up: nowhere else in the model is anything. */
    @Override
    public @Nullable String durations(OnnxGraph graph) {
        var rounded = graph.madeBy("Ceil");
        return rounded.size() == 1 ? rounded.getFirst() : null;
    }
}
