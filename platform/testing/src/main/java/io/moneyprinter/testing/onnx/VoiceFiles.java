package io.moneyprinter.testing.onnx;

import io.moneyprinter.testing.onnx.VoiceModels.Flaw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Voices as they lie in a directory, which read the letters of {@link PhonemesStandIn}. */
public final class VoiceFiles {

    /** Symbols by their id. */
    public static final String SYMBOLS = "_^$ ,.?abcdefghijklmnopqrstuvwxyzð";

    public static final int SAMPLE_RATE = 16_000;
    public static final int HOP_LENGTH = 160;
    public static final int STYLES = 510;

    private static final int STYLE_SIZE = 256;

    private VoiceFiles() {}

    /** How many units a symbol lasts; those of Piper's model are half a unit less, and rounded up. */
    public static int units(char symbol) {
        return 1 + SYMBOLS.indexOf(symbol) % 4;
    }

    /** How loud a symbol sounds, each differently and the first not at all. */
    public static float loudness(char symbol) {
        return SYMBOLS.indexOf(symbol) / 64f;
    }

    public static byte[] piperModel(int speakers, Flaw flaw) {
        return VoiceModels.piper(allUnits(0.5f), allLoudness(), HOP_LENGTH, speakers, flaw);
    }

    public static byte[] kokoroModel(Flaw flaw) {
        return VoiceModels.kokoro(allUnits(0), allLoudness(), flaw);
    }

    private static float[] allUnits(float less) {
        var units = new float[SYMBOLS.length()];
        for (var i = 0; i < units.length; i++) {
            units[i] = units(SYMBOLS.charAt(i)) - less;
        }
        return units;
    }

    private static float[] allLoudness() {
        var loudness = new float[SYMBOLS.length()];
        for (var i = 0; i < loudness.length; i++) {
            loudness[i] = loudness(SYMBOLS.charAt(i));
        }
        return loudness;
    }

    private static String ids(String format) {
        return IntStream.range(0, SYMBOLS.length())
                .mapToObj(i -> format.formatted(SYMBOLS.charAt(i), i))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The file beside a model of Piper. */
    public static String piperDescription(int speakers) {
        return """
                {"audio": {"sample_rate": %d, "quality": "medium"}, "espeak": {"voice": "en-us"}, "dataset": "bees",
                 "language": {"code": "en_US"}, "num_speakers": %d, "speaker_id_map": %s,
                 "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8}, "hop_length": %d,
                 "phoneme_id_map": %s}
                """.formatted(
                        SAMPLE_RATE,
                        speakers,
                        speakers < 2
                                ? "{}"
                                : IntStream.range(0, speakers)
                                        .mapToObj("\"p%d\": %<d"::formatted)
                                        .collect(Collectors.joining(", ", "{", "}")),
                        HOP_LENGTH,
                        ids("\"%s\": [%d]"));
    }

    /** A voice of Piper with one speaker. */
    public static Path piper(Path directory, String name) throws IOException {
        return piper(directory, name, 1, Flaw.NONE);
    }

    /** @return its model */
    public static Path piper(Path directory, String name, int speakers, Flaw flaw) throws IOException {
        Files.writeString(directory.resolve(name + ".onnx.json"), piperDescription(speakers));
        return Files.write(directory.resolve(name + ".onnx"), piperModel(speakers, flaw));
    }

    /**
     * A directory of Kokoro with voices; of each the style for a text of n symbols makes it sound 1 - n / 1000 times as
     * loud.
     */
    public static Path kokoro(Path directory, String name, Flaw flaw, String... voices) throws IOException {
        var kokoro = Files.createDirectories(directory.resolve(name));
        Files.write(kokoro.resolve("model.onnx"), kokoroModel(flaw));
        Files.writeString(
                kokoro.resolve("tokenizer.json"), "{\"model\": {\"vocab\": %s}}".formatted(ids("\"%s\": %d")));
        Files.createDirectories(kokoro.resolve("voices"));
        for (var voice : voices) {
            Files.write(kokoro.resolve("voices").resolve(voice + ".bin"), styles());
        }
        return kokoro;
    }

    private static byte[] styles() {
        var bytes = ByteBuffer.allocate(STYLES * STYLE_SIZE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var row = 0; row < STYLES; row++) {
            bytes.putFloat(row * STYLE_SIZE * Float.BYTES, 1 - row / 1000f);
        }
        return bytes.array();
    }
}
