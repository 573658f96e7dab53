package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.voice.Scripts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTests {

    private final Samples samples = new Samples();

    @ParameterizedTest
    @CsvSource({
        "en-GB, Hello! This is the voice of your video.",
        "zh-CN, 你好！这就是你的视频的声音。",
        "zh-TW, 你好！這就是你的影片的聲音。",
        "sr-RS, Здраво! Ово је глас твог видеа.",
        "sr-Latn-RS, Zdravo! Ovo je glas tvog videa.",
        "is-IS, 'íslenska. einn, tveir, þrír.'",
        "yue, '粵語. 一, 二, 三.'"
    })
    void speaksTheLanguageOfTheVoice(String locale, String sentence) {
        assertThat(samples.sentence(voice(locale, Scripts.of(locale)))).isEqualTo(sentence);
    }

    @Test
    void writesInAScriptThatTheVoiceReads() {
        // Such as pinyin.
        assertThat(samples.sentence(voice("zh-CN", List.of("Latn")))).isEqualTo("One, two, three.");
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> samples.sentence(voice("xx", List.of("Piqd"))))
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.TEXT_NOT_SPEAKABLE);
    }

    private static Voice voice(String locale, List<String> scripts) {
        return new Voice("tone", "hum", "Hum", locale, null, scripts, true, false);
    }
}
