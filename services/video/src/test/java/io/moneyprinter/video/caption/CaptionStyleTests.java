package io.moneyprinter.video.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.video.CaptionPreset;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.CaptionSettings.Mode;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.problem.CodedException;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class CaptionStyleTests {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Test
    void hasPresetsThatARequestMayWriteOut() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            for (var preset : CaptionPresets.all()) {
                assertThat(factory.getValidator().validate(preset.settings()))
                        .as(preset.name())
                        .isEmpty();
                assertThat(CaptionStyle.of(preset.settings()))
                        .as(preset.name())
                        .isEqualTo(CaptionStyle.of(settings("{'preset': '%s'}".formatted(preset.name()))));
            }
        }
        assertThat(CaptionPresets.all())
                .extracting(CaptionPreset::name)
                .hasSizeGreaterThanOrEqualTo(8)
                .doesNotHaveDuplicates()
                .startsWith(CaptionPresets.DEFAULT);
    }

    @Test
    void keepsTheLookThatFilmsHadBeforeThereWerePresets() {
        var look = CaptionStyle.DEFAULT.appearance();

        assertThat(look.family()).isEqualTo(FontFamily.GROTESQUE);
        assertThat(look.weight()).isEqualTo(900);
        assertThat(look.color()).isEqualTo(0xffffffff);
        assertThat(look.stroke()).isNotNull();
        assertThat(look.highlight()).isEqualTo(CaptionSettings.Highlight.BOX);
        assertThat(look.activeColor()).isEqualTo(0xff14121c);
        assertThat(look.activeBoxColor()).isEqualTo(0xffffd60a);
        assertThat(CaptionStyle.DEFAULT.placement().maxLines()).isEqualTo(2);
    }

    @Test
    void takesEveryFieldBeforeThatOfThePreset() {
        var style = CaptionStyle.of(settings("{'preset': 'news', 'mode': 'phrase', 'font': 'serif', 'weight': 400,"
                + " 'size': 1.5, 'color': '#01020304', 'stroke_color': '#111111', 'stroke_width': 0.2,"
                + " 'shadow_color': '#222222', 'shadow_blur': 0.5, 'shadow_offset': 0.25, 'box_color': '#333333',"
                + " 'box_radius': 0.75, 'box_padding': 0.625, 'highlight': 'box', 'highlight_color': '#444444',"
                + " 'highlight_box_color': '#555555', 'animation': 'pop', 'position': 'custom',"
                + " 'position_percent': 33, 'safe_area': 'reels', 'text_case': 'lower', 'max_lines': 3,"
                + " 'max_width': 50}"));

        assertThat(style.toString())
                .contains("mode=PHRASE", "textCase=LOWER")
                .contains("position=CUSTOM, percent=33.0, safeArea=REELS, scale=1.5, maxLines=3, maxWidth=50.0")
                .contains("family=SERIF, weight=400, color=" + 0x04010203)
                .contains("Stroke[color=%d, width=0.2]".formatted(0xff111111))
                .contains("Shadow[color=%d, x=0.0, y=0.25, blur=0.5]".formatted(0xff222222))
                .contains("boxColor=%d, boxPadding=0.625, boxRadius=0.75".formatted(0xff333333))
                .contains("highlight=BOX, activeColor=%d, activeBoxColor=%d".formatted(0xff444444, 0xff555555))
                .contains("animation=POP");
    }

    @Test
    void namesThePresetsWhenOneDoesNotExist() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> CaptionStyle.of(settings("{'preset': 'sparkle'}")))
                .withMessageContaining("preset: sparkle (expected: one of bold_box, classic, ")
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(CaptionErrorCode.CAPTION_PRESET_UNKNOWN);
                    assertThat(refused.errors().getFirst().pointer()).isEqualTo("/video_settings/captions/preset");
                });
    }

    @Test
    void isTheSameForSettingsThatDrawTheSame() {
        var plain = CaptionStyle.of(settings("{'preset': 'classic'}")).appearance();

        for (var unseen : new String[] {
            "'highlight_color': '#123456'", "'highlight_box_color': '#123456'", "'box_radius': 0.5", "'box_padding': 1"
        }) {
            var style = CaptionStyle.of(settings("{'preset': 'classic', %s}".formatted(unseen)));
            assertThat(style.appearance()).as(unseen).isEqualTo(plain);
        }
    }

    @Test
    void showsSubtitlesOfTheUsersOwnAsWholes() {
        var style = CaptionStyle.of(settings("{'subtitles': '...'}"));

        assertThat(style.mode()).isEqualTo(Mode.SENTENCE);
        assertThat(CaptionStyle.of(settings("{'subtitles': '...'}").withoutSubtitles()))
                .isEqualTo(style);
        assertThat(CaptionStyle.of(settings("{'subtitles': '...', 'mode': 'word'}"))
                        .mode())
                .isEqualTo(Mode.WORD);
    }

    static CaptionSettings settings(String json) {
        return MAPPER.readValue(json.replace('\'', '"'), CaptionSettings.class);
    }
}
