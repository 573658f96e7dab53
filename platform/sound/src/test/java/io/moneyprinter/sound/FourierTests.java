package io.moneyprinter.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FourierTests {

    @Test
    void isWhatItsDefinitionSays() {
        var random = new Random(1);
        var real = random.doubles(32).toArray();
        var imaginary = random.doubles(32).toArray();
        var in = real.clone();
        var other = imaginary.clone();

        new Fourier(32).transform(real, imaginary);

        for (var k = 0; k < 32; k++) {
            var re = 0.0;
            var im = 0.0;
            for (var n = 0; n < 32; n++) {
                var angle = -2 * Math.PI * k * n / 32;
                re += in[n] * Math.cos(angle) - other[n] * Math.sin(angle);
                im += in[n] * Math.sin(angle) + other[n] * Math.cos(angle);
            }
            assertThat(real[k]).isCloseTo(re, within(1e-9));
            assertThat(imaginary[k]).isCloseTo(im, within(1e-9));
        }
    }
}
