package io.moneyprinter.tts.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTests {

    private static final Lexicon LEXICON = new Lexicon(Stream.of(
                    "en:cache",
                    "en:GIF",
                    "en:New York",
                    "en:New York Times",
                    "en:C++",
                    "en:.NET",
                    "en-GB:tomato",
                    "en:tomato",
                    "de:Biene",
                    "zh:蜜蜂",
                    "en:nginx",
                    "en:Cache")
            .map(entry -> entry.split(":"))
            .map(entry -> new Lexicon.Entry(entry[0], entry[1], entry[0] + "/" + entry[1], null))
            .toList());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | A cache, cached                   | 2-7=en/cache
            en    | Cache and CACHE                   | 0-5=en/Cache 10-15=en/cache
            en    | A gif is no GIF, GIFs             | 12-15=en/GIF
            en    | The New York Times of New York    | 4-18=en/New York Times 22-30=en/New York
            en    | In C++, not C, on .NET.           | 3-6=en/C++ 18-22=en/.NET
            en    | My tomato                         | 3-9=en/tomato
            en-GB | My tomato                         | 3-9=en-GB/tomato
            en-US | My tomato                         | 3-9=en/tomato
            en    | See nginx.org, bee@cache or nginx | 28-33=en/nginx
            en    | A GIF-file (GIF)                  | 2-5=en/GIF 12-15=en/GIF
            en    | Biene                             |
            de    | Eine Biene, Bienen                | 5-10=de/Biene
            zh    | 看蜜蜂跳舞                          | 1-3=zh/蜜蜂
            """)
    void findsWholeWordsOfTheLanguage(String language, String text, String found) {
        assertThat(LEXICON.in(text, language).stream()
                        .map(each -> "%d-%d=%s"
                                .formatted(
                                        each.start(), each.end(), each.entry().spoken()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(found == null ? "" : found);
    }
}
