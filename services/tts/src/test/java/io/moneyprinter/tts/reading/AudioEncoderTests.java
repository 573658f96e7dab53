package io.moneyprinter.tts.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.audio.Pcm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class AudioEncoderTests {

    @TempDir
    private Path work;

    private LocalObjectStore store;
    private AudioEncoder encoder;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
        var beans = new StaticListableBeanFactory();
        beans.addBean("ffmpeg", SharedFfmpeg.ffmpeg());
        encoder = new AudioEncoder(beans.getBeanProvider(Ffmpeg.class), store);
    }

    @Test
    void joinsSentencesToTheSample() throws Exception {
        var pieces = List.of(piece("a", 12_345, 4_800), piece("b", 6_789, 0));

        var joined = Decoders.wav()
                .decode(store.file(encoder.encode(pieces, Encoding.WAV, 48_000)))
                .samples();

        assertThat(joined).hasSize(12_345 + 4_800 + 6_789);
        assertThat(joined[12_344]).isCloseTo(0.5f, within(1e-3f));
        assertThat(joined[12_345]).isZero();
        assertThat(joined[12_345 + 4_799]).isZero();
        assertThat(joined[12_345 + 4_800]).isCloseTo(0.5f, within(1e-3f));
    }

    /** The encoder looks into each file itself, and refuses one that is longer or shorter. */
    @ParameterizedTest
    @EnumSource
    void writesEveryFormatAtEveryRate(Encoding encoding) {
        var pieces = List.of(piece("a", 100_003, 14_400), piece("b", 60_011, 0));
        for (var sampleRate : encoding.sampleRates()) {
            var file = store.file(encoder.encode(pieces, encoding, sampleRate));

            var expected = Expected.of(Set.of(MediaInfo.Kind.AUDIO), encoding.extension());
            var info = SharedFfmpeg.ffmpeg().probe().inspect(file, expected);

            assertThat(info.duration().toNanos() / 1e9)
                    .as("%s at %d", encoding, sampleRate)
                    .isCloseTo(174_414 / 48_000.0, within(encoding.frame(sampleRate) + 0.001));
            SharedFfmpeg.ffmpeg().probe().decode(file, info, expected);
        }
    }

    @Test
    void writesTheSameOnce() throws Exception {
        var pieces = List.of(piece("a", 48_000, 0));
        var first = encoder.encode(pieces, Encoding.MP3, 24_000);
        var written = Files.getLastModifiedTime(store.file(first));

        assertThat(encoder.encode(pieces, Encoding.MP3, 24_000)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(store.file(first))).isEqualTo(written);
        assertThat(encoder.encode(pieces, Encoding.MP3, 48_000)).isNotEqualTo(first);
        assertThat(encoder.encode(List.of(piece("a", 48_000, 1)), Encoding.MP3, 24_000))
                .isNotEqualTo(first);
        try (var left = Files.list(work.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    private Piece piece(String name, int samples, long pause) {
        var key = new ObjectKey("speech/%s.wav".formatted(name));
        var sound = new float[samples];
        Arrays.fill(sound, 0.5f);
        try {
            var file = store.newFile("wav");
            new Pcm(sound).write(file);
            store.put(key, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Piece(key, samples, pause);
    }
}
