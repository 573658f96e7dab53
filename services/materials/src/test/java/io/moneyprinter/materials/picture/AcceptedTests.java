package io.moneyprinter.materials.picture;

import static io.moneyprinter.materials.picture.PictureFormat.AVIF;
import static io.moneyprinter.materials.picture.PictureFormat.JPEG;
import static io.moneyprinter.materials.picture.PictureFormat.PNG;
import static io.moneyprinter.materials.picture.PictureFormat.WEBP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTests {

    private static final Set<PictureFormat> ALL = EnumSet.allOf(PictureFormat.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                                                                   | JPEG | PNG",
                "*/*                                                                    | JPEG | PNG",
                "image/*                                                                | JPEG | PNG",
                // Browsers: images in a page, then a page of their own.
                "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8       | AVIF | WEBP",
                "image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5             | WEBP | WEBP",
                "text/html,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8        | AVIF | WEBP",
                "image/webp                                                             | WEBP | WEBP",
                "IMAGE/WebP ; Q=1.0                                                     | WEBP | WEBP",
                "image/avif;q=0.5,image/webp;q=0.9                                      | WEBP | WEBP",
                "image/avif;q=0.5,image/jpeg                                            | JPEG | PNG",
                "image/avif;q=0,image/webp;q=0,*/*                                      | JPEG | PNG",
                "image/avif;q=0, */*;q=0.1                                              | JPEG | PNG",
                "image/png                                                              | PNG  | PNG",
                "image/png,image/*;q=0.9                                                | PNG  | PNG",
                "image/jpeg;q=0.2,image/png;q=0.1                                       | JPEG | PNG",
                "image/webp;q=0.3,image/*;q=0.8                                         | JPEG | PNG",
                // A quality that is none says nothing about the format.
                "image/avif;q=2,image/webp                                              | WEBP | WEBP",
                "image/avif;q=high                                                      | JPEG | PNG",
                "text/html                                                              | JPEG | PNG",
                "nonsense,,;q=1,                                                        | JPEG | PNG",
            })
    void choosesAsTheClientWishes(@Nullable String header, PictureFormat opaque, PictureFormat transparent) {
        var accepted = Accepted.parse(header);

        assertThat(accepted.best(false, ALL)).isEqualTo(opaque);
        assertThat(accepted.best(true, ALL)).isEqualTo(transparent);
    }

    @Test
    void choosesAmongWhatCanBeMade() {
        var accepted = Accepted.parse("image/avif,image/webp,*/*;q=0.8");

        assertThat(accepted.best(false, EnumSet.of(WEBP, JPEG, PNG))).isEqualTo(WEBP);
        assertThat(accepted.best(false, EnumSet.of(JPEG, PNG))).isEqualTo(JPEG);
        assertThat(accepted.best(false, EnumSet.of(AVIF, JPEG, PNG))).isEqualTo(AVIF);
    }

    @Test
    void answersWhateverIsAskedFor() {
        var random = new Random(7);
        var words = new String[] {
            "image", "/", "*", ";", ",", "q=", "0.5", "1", "avif", "webp", "jpeg", " ", "\t", "é", "=", "."
        };
        for (var i = 0; i < 5_000; i++) {
            var header = new StringBuilder();
            for (var word = random.nextInt(30); word > 0; word--) {
                header.append(words[random.nextInt(words.length)]);
            }
            var accepted = Accepted.parse(header.toString());

            assertThat(accepted.best(true, ALL).transparent())
                    .as(header.toString())
                    .isTrue();
            var best = accepted.best(false, ALL);
            assertThat(best == AVIF || best == WEBP)
                    .as(header.toString())
                    .isEqualTo(
                            (best == AVIF || best == WEBP) && header.toString().contains(best.mimeType()));
        }
        assertThat(Accepted.parse("image/webp,".repeat(10_000)).best(false, ALL))
                .isEqualTo(WEBP);
    }
}
