package io.moneyprinter.tts.provider.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EdgeTextTests {

    @Test
    void escapesMarkupAndDropsControlCharacters() {
        assertThat(EdgeText.chunks("a\u0000b < c & d > e")).containsExactly("a b &lt; c &amp; d &gt; e");
    }

    @Test
    void splitsAtSpacesWithinTheLimit() {
        var text = "Bienen tanzen für die Königin. ".repeat(400);

        var chunks = EdgeText.chunks(text);

        assertThat(chunks).hasSizeGreaterThan(2).allSatisfy(chunk -> {
            assertThat(chunk.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(EdgeText.MAX_BYTES);
            assertThat(chunk).doesNotStartWith(" ").doesNotEndWith(" ");
        });
        assertThat(String.join(" ", chunks)).isEqualTo(text.strip());
    }

    @Test
    void splitsTextWithoutSpacesBetweenCharacters() {
        var chunks = EdgeText.split("蜜蜂🐝".repeat(20), 16);

        assertThat(String.join("", chunks)).isEqualTo("蜜蜂🐝".repeat(20));
        assertThat(chunks)
                .allSatisfy(chunk ->
                        assertThat(chunk.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(16));
    }

    @Test
    void neverSplitsAnEntity() {
        assertThat(EdgeText.split("abcdefgh&amp;ijk", 10)).containsExactly("abcdefgh", "&amp;ijk");
        assertThat(EdgeText.split("first line\nsecond line", 15)).containsExactly("first line", "second line");
    }
}
