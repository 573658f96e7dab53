package io.moneyprinter.tts.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveTests {

    private static final Wave HUM = Sounds.hum(24_000, Duration.ofMillis(100));

    @Test
    void readsWhatItWrites() throws IOException {
        var read = Wave.read(HUM.toBytes());

        assertThat(read.sampleRate()).isEqualTo(24_000);
        assertThat(read.samples()).isEqualTo(HUM.samples());
        assertThat(read.duration()).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 130", "1, 16, 1", "1, 24, 1", "1, 32, 1", "3, 32, 1", "3, 64, 1", "65534, 16, 1"})
    void readsEveryKindOfSample(int code, int bits, int tolerance) throws IOException {
        var read = Wave.read(wav(code, bits, 2));

        assertThat(read.samples()).hasSameSizeAs(HUM.samples());
        for (var i = 0; i < read.samples().length; i++) {
            assertThat((int) read.samples()[i])
                    .isBetween(HUM.samples()[i] / 2 - tolerance, HUM.samples()[i] / 2 + tolerance);
        }
    }

    /** The hum on the first of some channels, and nothing on the others. */
    private static byte[] wav(int code, int bits, int channels) {
        var width = bits / 8;
        var format = code == 0xFFFE ? 40 : 16;
        var size = HUM.samples().length * width * channels;
        var out = ByteBuffer.allocate(12 + 8 + format + 8 + 6 + 8 + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(format).putShort((short) code).putShort((short) channels);
        out.putInt(24_000)
                .putInt(24_000 * width * channels)
                .putShort((short) (width * channels))
                .putShort((short) bits);
        if (format == 40) {
            out.putShort((short) 22)
                    .putShort((short) bits)
                    .putInt(3)
                    .putShort((short) 1)
                    .put(new byte[14]);
        }
        // A chunk of odd size is followed by a byte that does not count.
        out.put(ascii("LIST")).putInt(5).put(new byte[6]);
        out.put(ascii("data")).putInt(size);
        for (var sample : HUM.samples()) {
            put(out, sample, code, bits);
            for (var other = 1; other < channels; other++) {
                put(out, (short) 0, code, bits);
            }
        }
        return out.array();
    }

    private static void put(ByteBuffer out, short sample, int code, int bits) {
        switch (bits) {
            case 8 -> out.put((byte) ((sample >> 8) + 128));
            case 16 -> out.putShort(sample);
            case 24 -> out.put((byte) 0).putShort(sample);
            case 32 -> {
                if (code == 3) {
                    out.putFloat(sample / 32768f);
                } else {
                    out.putInt(sample << 16);
                }
            }
            default -> out.putDouble(sample / 32768.0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
    void readsStreamsThatDoNotKnowTheirLength(int claimed) throws IOException {
        var bytes = HUM.toBytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, claimed).putInt(40, claimed);

        assertThat(Wave.read(bytes).samples()).isEqualTo(HUM.samples());
    }

    @Test
    void noticesWhatIsMissing() {
        var half = Arrays.copyOf(HUM.toBytes(), 44 + HUM.samples().length);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Wave.read(half))
                .withMessage("its sound was cut off after 2400 of 4800 bytes");
    }

    @Test
    void refusesWhatIsNoWave() {
        assertRefused(ascii("<!doctype html>"), "it is no WAV");
        assertRefused(new byte[3], "it is no WAV");
        assertRefused(Arrays.copyOf(HUM.toBytes(), 36), "its WAV has no sound in it");
        assertRefused(Arrays.copyOf(HUM.toBytes(), 30), "its WAV header is broken");
        assertRefused(
                patched(20, (short) 85), "its WAV is of a kind that is not read here (format 85, 1 channels, 16 bits)");
        assertRefused(
                patched(22, (short) 0), "its WAV is of a kind that is not read here (format 1, 0 channels, 16 bits)");
        assertRefused(patched(24, (short) 1000), "sample rate: 1000 (expected: 8000 to 192000)");
    }

    private static byte[] patched(int at, short value) {
        var bytes = HUM.toBytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(at, value);
        return bytes;
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Wave.read(bytes))
                .withMessage(message);
    }

    @Test
    void joinsOnlyWhatBelongsTogether() throws IOException {
        assertThat(Wave.joined(List.of(HUM, HUM)).duration()).isEqualTo(Duration.ofMillis(200));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Wave.joined(List.of(HUM, Sounds.hum(16_000, Duration.ofMillis(10)))))
                .withMessage("it changed its sample rate from 24000 to 16000");
    }
}
