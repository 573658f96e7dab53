package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.ffmpeg.Option;
import java.util.List;

/**
 * How the sound of a film is compressed.
 *
 * @param kilobits a second, for two channels
 */
public record AudioEncoding(Codec codec, int kilobits) {

    /** What mixes are stored as. */
    public static final AudioEncoding MIX = new AudioEncoding(Codec.AAC, 192);

    public AudioEncoding {
        if (kilobits < 32 || kilobits > 320) {
            throw new IllegalArgumentException("audio bitrate: %d kbit/s (expected: 32 to 320)".formatted(kilobits));
        }
    }

    /** How sound is compressed. */
    public enum Codec {
        AAC,
        OPUS,
        MP3,
        /** Not at all. */
        PCM
    }

    static AudioEncoding in(Container container, int kilobits) {
        return new AudioEncoding(container == Container.WEBM ? Codec.OPUS : Codec.AAC, kilobits);
    }

    /** From a mix: as it is where it fits, or else encoded from it, once. */
    public List<Option> settings() {
        if (equals(MIX)) {
            return List.of(Option.of("c:a", "copy"));
        }
        return switch (codec) {
            case AAC -> List.of(Option.of("c:a", "aac"), rate(), Option.of("aac_coder", "fast"));
            case OPUS -> List.of(Option.of("c:a", "libopus"), rate());
            case MP3 -> List.of(Option.of("c:a", "libmp3lame"), rate());
            case PCM -> List.of(Option.of("c:a", "pcm_s16le"));
        };
    }

    private Option rate() {
        return Option.of("b:a", kilobits + "k");
    }
}
