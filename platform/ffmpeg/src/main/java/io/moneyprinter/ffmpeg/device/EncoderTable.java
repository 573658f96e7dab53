package io.moneyprinter.ffmpeg.device;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The encoders that an FFmpeg was built with. That one is here says nothing about the hardware. */
public record EncoderTable(Set<String> names) {

    /** Six flags, of which the first is the kind, then the name. The legend above has {@code =} in that place. */
    private static final Pattern ROW = Pattern.compile(" ?V[.FSXBD]{5} ([a-z0-9_]+)\\s.*");

    public EncoderTable {
        names = Set.copyOf(names);
    }

    /** Reads what {@code ffmpeg -encoders} prints. */
    public static EncoderTable parse(Collection<String> lines) {
        var names = new LinkedHashSet<String>();
        for (var line : lines) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                names.add(row.group(1));
            }
        }
        return new EncoderTable(names);
    }

    /** What a family could make. */
    List<VideoCodec> codecs(DeviceFamily family) {
        return Stream.of(VideoCodec.values())
                .filter(codec -> names.contains(family.encoder(codec)))
                .toList();
    }
}
