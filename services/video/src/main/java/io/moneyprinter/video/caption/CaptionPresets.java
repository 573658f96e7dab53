package io.moneyprinter.video.caption;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moneyprinter.contracts.video.CaptionPreset;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The named styles, written down in {@code presets.json} as a request would write them. */
public final class CaptionPresets {

    /** What captions look like when nothing is said. */
    public static final String DEFAULT = "bold_box";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final List<CaptionPreset> ALL = read();

    private CaptionPresets() {}

    /** All presets, the default first. */
    public static List<CaptionPreset> all() {
        return ALL;
    }

    /**
     * The settings with what they leave open taken from their preset.
     *
     * @throws CodedException {@link CaptionErrorCode#CAPTION_PRESET_UNKNOWN} that lists the names
     */
    static CaptionSettings complete(CaptionSettings settings) {
        var complete = (ObjectNode) MAPPER.valueToTree(preset(settings).settings());
        complete.setAll((ObjectNode) MAPPER.valueToTree(settings));
        return MAPPER.treeToValue(complete, CaptionSettings.class);
    }

    static CaptionPreset preset(CaptionSettings settings) {
        var name = settings.preset() == null ? DEFAULT : settings.preset();
        return ALL.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CodedException.ofField(
                        CaptionErrorCode.CAPTION_PRESET_UNKNOWN,
                        "/video_settings/captions/preset",
                        "preset: %s (expected: one of %s)".formatted(name, names())));
    }

    private static String names() {
        return ALL.stream().map(CaptionPreset::name).collect(Collectors.joining(", "));
    }

    private static List<CaptionPreset> read() {
        try (var json = requireNonNull(CaptionPresets.class.getResourceAsStream("presets.json"))) {
            return List.of(MAPPER.readValue(json, CaptionPreset[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the presets of captions", e);
        }
    }
}
