package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.voice.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/voices.md} says about the providers against what they say of themselves. */
class VoicesPageTests {

    private static final Path PAGE = Path.of("..", "docs", "voices.md");
    private static final Map<String, List<Capability>> COLUMNS = Map.of(
            "rate", List.of(Capability.RATE),
            "pitch", List.of(Capability.PITCH),
            "style", List.of(Capability.LISTED_STYLES, Capability.ANY_STYLE),
            "emphasis", List.of(Capability.EMPHASIS),
            "sounds", List.of(Capability.PHONEMES),
            "word times", List.of(Capability.WORD_TIMES));

    @TempDir
    private Path home;

    @Test
    void tellsWhatCanBeAskedOfEveryProvider() throws IOException {
        // Nobody is asked anything: all of that is known beforehand.
        TestHome.furnish(home, """
                moneyprinter.tts:
                  edge.enabled: true
                  espeak.program: sh
                  azure: {api-key: any, region: westeurope}
                  elevenlabs.api-key: any
                  gemini.api-key: any
                  google.api-key: any
                  openai.api-key: any
                """);
        var options = ServerOptions.everything(home)
                .withServices(EnumSet.of(ServiceId.TTS))
                .withPort(0);
        try (var server = Server.start(options)) {
            var providers = server.bean(Voices.class).synthesizers();

            assertThat(providers).hasSizeGreaterThanOrEqualTo(9).allSatisfy(VoicesPageTests::assertTold);
        }
    }

    private static void assertTold(SpeechSynthesizer provider) throws IOException {
        var heads = cells(row("| provider |"));
        var cells = cells(row("| `%s`".formatted(provider.provider())));
        COLUMNS.forEach((column, capabilities) -> assertThat(
                        !cells.get(heads.indexOf(column)).equals("no"))
                .as("%s of %s", column, provider.provider())
                .isEqualTo(capabilities.stream().anyMatch(provider.capabilities()::contains)));
    }

    /** The first that begins like that. */
    private static String row(String start) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + start));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).map(String::strip).toList();
    }
}
