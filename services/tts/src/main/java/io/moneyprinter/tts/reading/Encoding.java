package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.SoundFormat;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.tts.audio.Pcm;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.http.MediaType;

/** What FFmpeg needs to know of a format, and what a format can take. */
enum Encoding {
    WAV(
            SoundFormat.WAV,
            "wav",
            "audio/wav",
            List.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000),
            List.of(Option.of("c:a", "pcm_s16le"), Option.of("f", "wav"))) {
        @Override
        double frame(int sampleRate) {
            return 1.0 / sampleRate;
        }
    },
    MP3(
            SoundFormat.MP3,
            "mp3",
            "audio/mpeg",
            List.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000),
            List.of(Option.of("c:a", "libmp3lame"), Option.of("q:a", 2), Option.of("f", "mp3"))) {
        @Override
        double frame(int sampleRate) {
            // Lower rates are MPEG-2, whose frames are half as long.
            return (sampleRate < 32_000 ? 576.0 : 1_152.0) / sampleRate;
        }
    },
    OPUS(
            SoundFormat.OPUS,
            "opus",
            "audio/ogg",
            List.of(8_000, 12_000, 16_000, 24_000, 48_000),
            List.of(Option.of("c:a", "libopus"), Option.of("b:a", "64k"), Option.of("f", "ogg"))) {
        @Override
        double frame(int sampleRate) {
            return 0.02;
        }
    },
    M4A(
            SoundFormat.M4A,
            "m4a",
            "audio/mp4",
            List.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000),
            List.of(
                    Option.of("c:a", "aac"),
                    Option.of("b:a", "96k"),
                    Option.of("movflags", "+faststart"),
                    Option.of("f", "ipod"))) {
        @Override
        double frame(int sampleRate) {
            return 1_024.0 / sampleRate;
        }
    };

    private final SoundFormat format;
    private final String extension;
    private final MediaType type;
    private final SortedSet<Integer> sampleRates;
    private final List<Option> options;

    Encoding(SoundFormat format, String extension, String type, List<Integer> sampleRates, List<Option> options) {
        this.format = format;
        this.extension = extension;
        this.type = MediaType.parseMediaType(type);
        this.sampleRates = new TreeSet<>(sampleRates);
        this.options = options;
    }

    static Encoding of(SoundFormat format) {
        return switch (format) {
            case WAV -> WAV;
            case MP3 -> MP3;
            case OPUS -> OPUS;
            case M4A -> M4A;
        };
    }

    SoundFormat format() {
        return format;
    }

    String extension() {
        return extension;
    }

    MediaType type() {
        return type;
    }

    /** In hertz. */
    SortedSet<Integer> sampleRates() {
        return sampleRates;
    }

    /** Sound as it is kept needs no encoder. */
    boolean isPlain(int sampleRate) {
        return this == WAV && sampleRate == Pcm.SAMPLE_RATE;
    }

    List<Option> options() {
        return options;
    }

    /** How long one frame of the codec is, in seconds: what it cannot be more exact than. */
    abstract double frame(int sampleRate);
}
