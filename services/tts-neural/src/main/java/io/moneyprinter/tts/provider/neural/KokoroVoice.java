package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.voice.Scripts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A voice of Kokoro: one model for all, the numbers of its symbols, and a file of styles for each voice, a style for
 * every length of text.
 */
record KokoroVoice(Voice voice, Path model, Path symbols, Alphabet alphabet, Language language, Path styles)
        implements NeuralVoice {

    private static final String STYLE = "style";
    private static final String SPEED = "speed";
    private static final List<String> IDS = List.of("input_ids", "tokens");
    private static final int STYLE_SIZE = 256;
    private static final int STYLE_BYTES = STYLE_SIZE * Float.BYTES;
    private static final int MOST_SYMBOLS = 510;
    /** Frames as the model counts them, made from integers. */
    private static final String DURATIONS = "/encoder/Cast_output_0";

    private static final Pattern NAME = Pattern.compile("([a-z])([fm])_[a-z0-9_]+");

    /**
     * The first letter of a voice.
     *
     * @param phonemes a voice of espeak-ng
     */
    private record Language(String locale, String phonemes) {}

    private static final Map<String, Language> LANGUAGES = Map.of(
            "a", new Language("en-US", "en-us"),
            "b", new Language("en-GB", "en-gb"),
            "e", new Language("es-ES", "es"),
            "f", new Language("fr-FR", "fr-fr"),
            "h", new Language("hi-IN", "hi"),
            "i", new Language("it-IT", "it"),
            "p", new Language("pt-BR", "pt-br"));

    /** Japanese and Chinese: those phonemes espeak-ng does not make. */
    private static final Set<String> UNREADABLE = Set.of("j", "z");

    static boolean isLayout(Path directory) {
        return Files.isRegularFile(directory.resolve("model.onnx"))
                || Files.isRegularFile(directory.resolve("onnx").resolve("model.onnx"))
                || Files.isDirectory(directory.resolve("voices"));
    }

    /** @param broken told of voices that cannot be used, while the others can */
    static List<NeuralVoice> read(Path directory, Consumer<CodedException> broken) throws IOException {
        var model = model(directory);
        var symbols = symbols(directory);
        var alphabet = alphabet(VoiceJson.read(symbols));
        var voices = new ArrayList<NeuralVoice>();
        for (var styles : styles(directory)) {
            try {
                var name = name(styles);
                var match = NAME.matcher(name);
                if (match.matches() && UNREADABLE.contains(match.group(1))) {
                    continue;
                }
                var language = match.matches() ? LANGUAGES.get(match.group(1)) : null;
                if (language == null) {
                    throw BrokenVoice.of(
                            styles,
                            "its name does not tell its language and gender",
                            "call it as Kokoro does, such as af_heart.bin");
                }
                check(styles);
                var gender = match.group(2).equals("f") ? "female" : "male";
                var voice = voice(directory.getFileName() + ":" + name, name, language, gender);
                voices.add(new KokoroVoice(voice, model, symbols, alphabet, language, styles));
            } catch (CodedException e) {
                broken.accept(e);
            }
        }
        return voices;
    }

    private static Path model(Path directory) {
        var plain = directory.resolve("model.onnx");
        var nested = directory.resolve("onnx").resolve("model.onnx");
        if (!Files.isRegularFile(plain) && !Files.isRegularFile(nested)) {
            throw BrokenVoice.of(plain, "it is missing", "put the model of Kokoro there, or take the directory away");
        }
        return Files.isRegularFile(plain) ? plain : nested;
    }

    private static Path symbols(Path directory) {
        var tokenizer = directory.resolve("tokenizer.json");
        return Files.isRegularFile(tokenizer) ? tokenizer : directory.resolve("config.json");
    }

    private static Alphabet alphabet(VoiceJson json) {
        var nested = json.root().at("/model/vocab");
        var vocabulary = nested.isObject() ? nested : json.root().at("/vocab");
        var ids = new HashMap<String, long[]>();
        vocabulary.properties().forEach(entry -> {
            if (entry.getValue().isIntegralNumber()) {
                ids.put(entry.getKey(), new long[] {entry.getValue().asLong()});
            }
        });
        if (ids.isEmpty()) {
            throw BrokenVoice.of(
                    json.file(), "it has no vocab", "take the tokenizer.json that is published with the model");
        }
        var nothing = new long[] {0};
        return new Alphabet(ids, Set.of(), nothing, new long[0], nothing);
    }

    private static List<Path> styles(Path directory) throws IOException {
        var voices = directory.resolve("voices");
        if (!Files.isDirectory(voices)) {
            throw BrokenVoice.of(voices, "it is missing", "put the voices there, such as af_heart.bin");
        }
        try (Stream<Path> files = Files.list(voices)) {
            var found = files.filter(file -> String.valueOf(file.getFileName()).endsWith(".bin"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw BrokenVoice.of(voices, "there is no voice in it", "put the voices there, such as af_heart.bin");
            }
            return found;
        }
    }

    private static String name(Path styles) {
        var file = String.valueOf(styles.getFileName());
        return file.substring(0, file.length() - ".bin".length());
    }

    private static void check(Path styles) throws IOException {
        var size = Files.size(styles);
        if (size == 0 || size % STYLE_BYTES != 0) {
            throw BrokenVoice.of(
                    styles,
                    "it has %d bytes (expected: a multiple of %d)".formatted(size, STYLE_BYTES),
                    BrokenVoice.TAKE_AGAIN);
        }
    }

    private static Voice voice(String id, String name, Language language, String gender) {
        var plain = name.substring(name.indexOf('_') + 1).replace('_', ' ');
        return new Voice(
                NeuralSpeechSynthesizer.PROVIDER,
                id,
                Character.toUpperCase(plain.charAt(0)) + plain.substring(1),
                language.locale(),
                gender,
                Scripts.of(language.locale()),
                true,
                false);
    }

    @Override
    public List<Path> files() {
        return List.of(model, symbols, styles);
    }

    @Override
    public String phonemes() {
        return language.phonemes();
    }

    /** What its author does to English ones before his model reads them. */
    @Override
    public String adapted(String phonemes) {
        return language.locale().startsWith("en")
                ? phonemes.replace("ʲ", "j").replace("r", "ɹ").replace("x", "k").replace("ɬ", "l")
                : phonemes;
    }

    @Override
    public int mostSymbols() {
        return MOST_SYMBOLS;
    }

    @Override
    public int sampleRate() {
        return 24_000;
    }

    @Override
    public int samplesPerUnit() {
        return 600;
    }

    /** Its author takes as many off when he tells the times of words. */
    @Override
    public int lead() {
        return 3;
    }

    @Override
    public List<ModelInput> inputs(Set<String> names, long[] ids, double rate) {
        var input = IDS.stream().filter(names::contains).findFirst().orElse(null);
        if (input == null || !names.containsAll(Set.of(STYLE, SPEED))) {
            throw BrokenVoice.of(
                    model,
                    "it is no model of Kokoro, as its inputs are %s (expected: %s, %s, %s)"
                            .formatted(names, String.join(" or ", IDS), STYLE, SPEED),
                    BrokenVoice.TAKE_AGAIN);
        }
        return List.of(
                new ModelInput.Longs(input, ids, 1, ids.length),
                new ModelInput.Floats(STYLE, style(ids.length - 2), 1, STYLE_SIZE),
                new ModelInput.Floats(SPEED, new float[] {(float) rate}, 1));
    }

    private float[] style(int symbols) {
        var bytes = ByteBuffer.allocate(STYLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (var channel = FileChannel.open(styles)) {
            var row = Math.min(symbols, channel.size() / STYLE_BYTES - 1);
            while (bytes.hasRemaining() && channel.read(bytes, row * STYLE_BYTES + bytes.position()) >= 0) {
                continue;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw BrokenVoice.of(styles, "it cannot be read", BrokenVoice.TAKE_AGAIN, e);
        }
        var style = new float[STYLE_SIZE];
        bytes.flip().asFloatBuffer().get(style, 0, bytes.limit() / Float.BYTES);
        return style;
    }

    @Override
    public @Nullable String durations(OnnxGraph graph) {
        return graph.makes(DURATIONS) ? DURATIONS : null;
    }
}
