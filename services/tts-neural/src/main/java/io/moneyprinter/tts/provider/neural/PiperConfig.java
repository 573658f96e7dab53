package io.moneyprinter.tts.provider.neural;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.tts.provider.espeak.EspeakProgram;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the JSON file of a Piper voice says.
 *
 * @param phonemes the voice of espeak-ng; null when the model reads letters
 * @param hopLength samples for each unit of its durations
 * @param speakers number by name; empty when there is one
 */
record PiperConfig(
        Path file,
        String locale,
        String name,
        @Nullable String phonemes,
        Alphabet alphabet,
        int sampleRate,
        int hopLength,
        float noiseScale,
        float lengthScale,
        float noiseWidthScale,
        Map<String, Integer> speakers) {

    private static final String MAP = "/phoneme_id_map";
    private static final String BEGIN = "^";
    private static final String PAD = "_";
    private static final String END = "$";
    private static final int MOST_SPEAKERS = 10_000;

    static PiperConfig read(Path file, String fallbackName) {
        var json = VoiceJson.read(file);
        var phonemes = phonemes(json);
        return new PiperConfig(
                file,
                locale(json, phonemes),
                name(json, fallbackName),
                phonemes,
                alphabet(json),
                json.number("/audio/sample_rate", 22_050, 8_000, 192_000),
                json.number("/hop_length", 256, 1, 4_096),
                json.scale("/inference/noise_scale", 0.667f),
                positive(json, "/inference/length_scale"),
                json.scale("/inference/noise_w", 0.8f),
                speakers(json));
    }

    private static float positive(VoiceJson json, String pointer) {
        var scale = json.scale(pointer, 1);
        if (scale == 0) {
            throw json.wrong(pointer, 0, "more than 0");
        }
        return scale;
    }

    private static @Nullable String phonemes(VoiceJson json) {
        var kind = json.text("/phoneme_type", "espeak");
        return switch (kind) {
            case "text" -> null;
            case "espeak" -> {
                var voice = json.text("/espeak/voice", "");
                if (!EspeakProgram.isVoice(voice)) {
                    throw json.wrong("/espeak/voice", "'%s'".formatted(voice), "a voice of espeak-ng, such as en-us");
                }
                yield voice;
            }
            default -> throw json.wrong("/phoneme_type", kind, "espeak or text; voices of other kinds cannot be read");
        };
    }

    private static String locale(VoiceJson json, @Nullable String phonemes) {
        var code = json.text("/language/code", phonemes == null ? "" : phonemes).replace('_', '-');
        var locale = ULocale.forLanguageTag(code);
        if (locale.getLanguage().isEmpty()) {
            throw json.wrong("/language/code", "'%s'".formatted(code), "a language, such as en_US");
        }
        return locale.toLanguageTag();
    }

    private static String name(VoiceJson json, String fallback) {
        var dataset = json.text("/dataset", "");
        var quality = json.text("/audio/quality", "");
        return dataset.isEmpty() ? fallback : quality.isEmpty() ? dataset : "%s (%s)".formatted(dataset, quality);
    }

    private static Alphabet alphabet(VoiceJson json) {
        var ids = new HashMap<String, long[]>();
        json.root().at(MAP).properties().forEach(entry -> ids.put(entry.getKey(), ids(json, entry)));
        for (var needed : Set.of(BEGIN, PAD, END)) {
            if (!ids.containsKey(needed)) {
                throw json.wrong(MAP, "without '%s'".formatted(needed), "the map that belongs to the model");
            }
        }
        var clusters = new HashSet<String>();
        for (var cluster : json.root().at("/vowel_clusters")) {
            clusters.add(cluster.valueStream().map(JsonNode::asString).collect(Collectors.joining()));
        }
        var begin = ids.getOrDefault(BEGIN, new long[0]);
        var pad = ids.getOrDefault(PAD, new long[0]);
        var start = new long[begin.length + pad.length];
        System.arraycopy(begin, 0, start, 0, begin.length);
        System.arraycopy(pad, 0, start, begin.length, pad.length);
        return new Alphabet(ids, clusters, start, pad, ids.getOrDefault(END, new long[0]));
    }

    private static long[] ids(VoiceJson json, Map.Entry<String, JsonNode> entry) {
        var value = entry.getValue();
        var numbers = value.isArray() ? value.valueStream().toList() : List.of(value);
        if (numbers.isEmpty() || !numbers.stream().allMatch(JsonNode::isIntegralNumber)) {
            throw json.wrong(MAP + "/" + entry.getKey(), value, "whole numbers");
        }
        return numbers.stream().mapToLong(JsonNode::asLong).toArray();
    }

    private static Map<String, Integer> speakers(VoiceJson json) {
        var count = json.number("/num_speakers", 1, 0, MOST_SPEAKERS);
        var speakers = new LinkedHashMap<String, Integer>();
        if (count < 2) {
            return speakers;
        }
        json.root()
                .at("/speaker_id_map")
                .properties()
                .forEach(entry -> speakers.put(
                        entry.getKey(), json.number("/speaker_id_map/" + pointer(entry.getKey()), 0, 0, count - 1)));
        for (var i = 0; speakers.isEmpty() && i < count; i++) {
            speakers.put(String.valueOf(i), i);
        }
        return speakers;
    }

    private static String pointer(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
