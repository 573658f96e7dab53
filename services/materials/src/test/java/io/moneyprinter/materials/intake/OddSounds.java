package io.moneyprinter.materials.intake;

import static io.moneyprinter.materials.intake.IsoBoxes.concat;

import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** Sounds that are good, but not usual. */
final class OddSounds {

    private static final String M4A = "audio/mp4";
    private static final String WAV = "audio/wav";
    private static final String TONE = "sine=frequency=440:sample_rate=48000:duration=1";

    private final Corpus corpus;

    OddSounds(Corpus corpus) {
        this.corpus = corpus;
    }

    void add() {
        sound("cover.mp3", "MP3 with a picture of its cover", M4A, 1, true, file -> {
            var tone = Made.sound(Made.beside(file, "mp3"), TONE);
            var cover = Files.write(Made.beside(file, "jpg"), OddPictures.jpeg(file));
            Made.muxed(
                    file,
                    List.of(Input.of(tone), Input.of(cover)),
                    List.of(Pad.audio(0), Pad.video(1)),
                    "c",
                    "copy",
                    "disposition:v",
                    "attached_pic",
                    "metadata",
                    "title=" + OddPictures.SECRET);
            Files.delete(tone);
            Files.delete(cover);
        });
        sound(
                "id3_50mb.mp3",
                "MP3 behind 50 MB of ID3",
                M4A,
                1,
                false,
                file -> Files.write(
                        file,
                        concat(
                                BadMedia.id3(new byte[50 << 20]),
                                Made.bytes(file, "mp3", other -> Made.sound(other, TONE)))));
        sound("flac_md5.flac", "FLAC with a wrong checksum of the whole", WAV, 1, true, file -> {
            var flac = Made.bytes(file, "flac", other -> Made.sound(other, TONE));
            Arrays.fill(flac, 26, 42, (byte) 7);
            Files.write(file, flac);
        });
        sound("chained.ogg", "two OGG files in one", M4A, 2, true, file -> {
            var one = Made.bytes(file, "ogg", other -> Made.sound(other, TONE, "c:a", "libopus", "serial_offset", "1"));
            var two = Made.bytes(file, "ogg", other -> Made.sound(other, TONE, "c:a", "libopus", "serial_offset", "9"));
            Files.write(file, concat(one, two));
        });
        sound(
                "nan.wav",
                "WAV of 192 kHz, six channels and no numbers",
                WAV,
                0.1,
                true,
                file -> Files.write(file, floats(192_000, 6, 19_200, Float.NaN)));
        sound(
                "channels_8.wav",
                "WAV of eight channels, of which nothing is said where they are",
                WAV,
                0.5,
                true,
                file -> Files.write(file, floats(48_000, 8, 24_000, 0.1f)));
        corpus.refused(
                "channels_32.wav",
                "WAV of 32 channels",
                FfmpegErrorCode.MEDIA_UNSUPPORTED,
                true,
                file -> Files.write(file, floats(48_000, 32, 24_000, 0.1f)));
        corpus.refused(
                "channels_65535.wav",
                "WAV that says 65535 channels",
                FfmpegErrorCode.MEDIA_DAMAGED,
                true,
                file -> Files.write(file, floats(48_000, 65_535, 2, 0.1f)));
        sound(
                "huge_floats.wav",
                "WAV of floats beyond all measure",
                WAV,
                0.1,
                true,
                file -> Files.write(file, floats(48_000, 2, 4_800, 1e30f)));
        sound(
                "low.wav",
                "WAV of 4 kHz and 8 bits",
                WAV,
                1,
                true,
                file -> Made.sound(file, TONE, "ar", "4000", "c:a", "pcm_u8"));
        sound("opus.webm", "WebM of sound alone", M4A, 1, true, file -> Made.sound(file, TONE, "c:a", "libopus"));
    }

    private void sound(String name, String made, String type, double seconds, boolean quick, CorpusFile.Maker maker) {
        corpus.accepted(name, made, new Verdict.Accepted(type, 0, 0, seconds), quick, maker);
    }

    private static byte[] floats(int rate, int channels, int samples, float value) {
        var bytes = 4 * channels * samples;
        var wav = ByteBuffer.allocate(44 + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(IsoBoxes.ascii("RIFF"))
                .putInt(36 + bytes)
                .put(IsoBoxes.ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 3)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * channels * 4)
                .putShort((short) (channels * 4))
                .putShort((short) 32)
                .put(IsoBoxes.ascii("data"))
                .putInt(bytes);
        for (var i = 0; i < channels * samples; i++) {
            wav.putFloat(value);
        }
        return wav.array();
    }
}
