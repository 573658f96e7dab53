package io.moneyprinter.materials.provider.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.materials.spi.ImagePrompt;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTests {

    private static final List<PictureSize> SIZES = Stream.of("1024x1024", "1536x1024", "1024x1536", "512x512")
            .map(PictureSize::parse)
            .toList();

    @ParameterizedTest
    @CsvSource({"1080,1920,1024x1536", "1920,1080,1536x1024", "720,720,1024x1024", "1000,1010,1024x1024"})
    void isTheNearestInShapeAndThenTheLargest(int width, int height, String nearest) {
        assertThat(PictureSize.nearest(SIZES, prompt(width, height))).hasToString(nearest);
    }

    @ParameterizedTest
    @CsvSource({"1080,1920,768x1344", "1920,1080,1344x768", "500,500,1024x1024", "10,4000,512x2048"})
    void hasTheShapeOfTheCanvasInSidesThatModelsMake(int width, int height, String size) {
        assertThat(PictureSize.of(prompt(width, height), 1024)).hasToString(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12", "0x5", "ax5", "99999999999x2"})
    void refusesWhatIsNoSize(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PictureSize.parse(text));
    }

    @Test
    void refusesNoSizes() {
        assertThatIllegalArgumentException().isThrownBy(() -> PictureSize.nearest(List.of(), prompt(1, 1)));
    }

    private static ImagePrompt prompt(int width, int height) {
        return new ImagePrompt("bees", "", width, height, 1);
    }
}
