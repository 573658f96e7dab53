package io.moneyprinter.orchestration.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.orchestration.VideoRequest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class DrawnTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                                                                        | title,heading,words
            {'materials': {'sources': ['own', 'designed']}}                                           | title,heading,words
            {'materials': {'sources': ['own']}}                                                       | words
            {'materials': {'sources': ['own']}, 'video_settings': {'picture': {'section_cards': true}}} | heading,words
            {'materials': {'sources': ['own']}, 'video_settings': {'include_subtitles': false}}       | ""
            {'materials': {'sources': ['own']}, 'video_settings': {'captions': {'subtitles': 'mine'}}} | ""
            {'video_settings': {'include_subtitles': false}}                                          | title,heading,words
            {'produce': 'audio'}                                                                      | ""
            """)
    void isWhatTheSettingsShow(String request, String expected) {
        var drawn = Drawn.of(JSON.readValue(request.replace('\'', '"'), VideoRequest.class));

        assertThat(String.join(",", drawn.of(List.of("title"), List.of("heading"), List.of("words"))))
                .isEqualTo(expected);
    }
}
