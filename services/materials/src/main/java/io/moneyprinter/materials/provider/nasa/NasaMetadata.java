package io.moneyprinter.materials.provider.nasa;

import io.moneyprinter.materials.provider.http.Length;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What is written down of the file that a work came as, in the words of ExifTool. How large it is is that of a picture
 * as it is shown.
 *
 * @param duration zero where nothing is said
 * @param width pixels, 0 where nothing is said
 * @param height pixels, 0 where nothing is said
 */
record NasaMetadata(Duration duration, int width, int height) {

    static final NasaMetadata NOTHING = new NasaMetadata(Duration.ZERO, 0, 0);

    private static final List<String> DURATIONS =
            List.of("QuickTime:Duration", "Composite:Duration", "QuickTime:MediaDuration", "QuickTime:TrackDuration");

    private static final List<List<String>> SIZES = List.of(
            List.of("QuickTime:ImageWidth", "QuickTime:ImageHeight"),
            List.of("QuickTime:SourceImageWidth", "QuickTime:SourceImageHeight"));

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x ](\\d{1,5})");

    static NasaMetadata of(JsonNode answer) {
        var facts = answer.isArray() ? answer.path(0) : answer;
        var duration = DURATIONS.stream()
                .map(name -> Length.of(facts.get(name)))
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(Duration.ZERO);
        var coded = coded(facts);
        var turned = Math.floorMod(facts.path("Composite:Rotation").asInt(0), 180) == 90;
        return turned
                ? new NasaMetadata(duration, coded.height(), coded.width())
                : new NasaMetadata(duration, coded.width(), coded.height());
    }

    private record Size(int width, int height) {}

    private static Size coded(JsonNode facts) {
        for (var names : SIZES) {
            var width = facts.path(names.getFirst()).asInt(0);
            var height = facts.path(names.getLast()).asInt(0);
            if (width > 0 && height > 0) {
                return new Size(width, height);
            }
        }
        var size = SIZE.matcher(facts.path("Composite:ImageSize").asString("").strip());
        return size.matches()
                ? new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : new Size(0, 0);
    }

    boolean saysSize() {
        return width > 0 && height > 0;
    }
}
