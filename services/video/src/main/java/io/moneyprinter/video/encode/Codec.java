package io.moneyprinter.video.encode;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How pictures are compressed, with the containers that players expect it in; the first one is the default. */
public enum Codec {
    H264("h264", List.of(Container.MP4, Container.MOV)),
    HEVC("hevc", List.of(Container.MP4, Container.MOV)),
    VP9("vp9", List.of(Container.WEBM, Container.MP4)),
    AV1("av1", List.of(Container.MP4, Container.WEBM));

    private final String id;
    private final List<Container> containers;

    Codec(String id, List<Container> containers) {
        this.id = id;
        this.containers = containers;
    }

    /** As settings and ffprobe name it. */
    @JsonValue
    public String id() {
        return id;
    }

    public List<Container> containers() {
        return containers;
    }

    /** @param id as in the settings; the contract lets no other pass */
    static Codec of(@Nullable String id, Codec otherwise) {
        return id == null ? otherwise : valueOf(id.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return id;
    }
}
