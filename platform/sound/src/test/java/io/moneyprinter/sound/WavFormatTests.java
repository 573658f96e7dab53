package io.moneyprinter.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFormatTests {

    @TempDir
    Path work;

    @Test
    void readsWhatItWrites() throws IOException {
        var format = WavFormat.of(2, 44_100, 3);

        assertThat(read(concat(format.header(), new byte[12]))).isEqualTo(format);
    }

    @Test
    void skipsWhatOthersPutBeforeTheSound() throws IOException {
        var header = WavFormat.of(1, 48_000, 2).header();
        var file = new ByteArrayOutputStream();
        file.write(header, 0, 36);
        // A chunk of odd length is padded.
        file.write("LIST".getBytes(StandardCharsets.US_ASCII));
        file.write(new byte[] {3, 0, 0, 0, 'a', 'b', 'c', 0});
        file.write(header, 36, 8);
        file.write(new byte[4]);

        assertThat(read(file.toByteArray())).isEqualTo(new WavFormat(1, 48_000, 2, 56));
    }

    @Test
    void believesTheFileRatherThanItsHeader() throws IOException {
        var header = WavFormat.of(1, 48_000, 2).header();
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);

        assertThat(read(concat(header, new byte[10])).frames()).isEqualTo(5);
    }

    @Test
    void refusesEverythingElse() {
        var floats = WavFormat.of(1, 48_000, 2).header();
        floats[20] = 3;

        assertThatIOException().isThrownBy(() -> read(floats)).withMessageContaining("coding 3");
        assertThatIOException().isThrownBy(() -> read(new byte[5])).withMessage("WAV file cut short");
        assertThatIOException().isThrownBy(() -> read(new byte[50])).withMessage("not a WAV file");
        assertThatIOException()
                .isThrownBy(() -> read(Arrays.copyOf(WavFormat.of(1, 48_000, 2).header(), 36)))
                .withMessage("WAV file without sound");
    }

    private WavFormat read(byte[] content) throws IOException {
        var file = Files.write(work.resolve("sound.wav"), content);
        try (var channel = FileChannel.open(file)) {
            return WavFormat.read(channel);
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
