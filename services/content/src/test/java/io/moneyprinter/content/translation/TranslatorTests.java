package io.moneyprinter.content.translation;

import static io.moneyprinter.content.prompt.StandInModels.data;
import static io.moneyprinter.content.prompt.StandInModels.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.prompt.Dialogues;
import io.moneyprinter.content.prompt.StandInModels;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TranslatorTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final VoiceSettings OTHER = new VoiceSettings("fake", "other", null, null, null, null, null, null);

    private final StandInModels models = new StandInModels();
    private final Translator translator = new Translator(Dialogues.with(models));

    @Test
    void saysEachSentenceInItsPlace() {
        models.says(german("Tanz der Bienen", "Sie tanzen [pause 300ms] im Dunkeln.", "Es sieht aus wie ein Spiel."));

        var translated = translator.translate(request("de", null));

        var asked = data(models.questions().getFirst());
        assertThat(task(models.questions().getFirst())).contains("German (de)");
        assertThat(asked.at("/scenes/0/sentences").values())
                .extracting(sentence -> sentence.asString())
                .containsExactly("They dance [pause 300ms]in the dark.", "It looks like play.");
        assertThat(asked.at("/texts").values())
                .extracting(text -> text.asString())
                .containsExactly("Welcome", "Dance", "It is play!");
        var content = translated.content();
        assertThat(content.language()).isEqualTo("de");
        assertThat(content.title()).isEqualTo("Tanz der Bienen");
        assertThat(content.description()).isEqualTo("Wie Bienen tanzen.");
        assertThat(content.keywords()).startsWith("Bienen");
        assertThat(translated.texts()).containsExactly("Willkommen");
        assertThat(content.sections()).extracting(Section::heading).containsExactly("Der Tanz", null);
        assertThat(content.sections().getFirst().scene().onScreen()).isEqualTo("Tanz");
        assertThat(content.sections().getFirst().scene().searchTermsEnglish()).containsExactly("bee");
        assertThat(content.metadata()).containsEntry("translated_from", "en").containsEntry("provider", "stand-in");
        var first = content.sentences().getFirst();
        assertThat(first.text()).isEqualTo("Sie tanzen im Dunkeln.");
        assertThat(first.marked()).isEqualTo("Sie tanzen [pause 300ms]im Dunkeln.");
        assertThat(first.spare()).isEqualTo(2);
        assertThat(content.sentences()).extracting(Sentence::voice).containsExactly(null, OTHER, null);
        assertThat(content.sentences()).extracting(Sentence::caption).containsExactly(null, "Es ist ein Spiel!", null);
        assertThat(content.sentences())
                .extracting(Sentence::pauseAfter)
                .containsExactly(Duration.ofMillis(200), Duration.ofMillis(700), Duration.ZERO);
    }

    @Test
    void tellsAModelThatASentenceIsMissing() {
        models.says(german("Bienen", "Sie tanzen und spielen.")).says(german("Bienen", "Sie tanzen.", "Sie spielen."));

        var translated = translator.translate(request("de", null));

        assertThat(models.questions().getLast().conversation().getLast().text())
                .contains("scene 1 has 1 sentences instead of 2");
        assertThat(translated.content().sentences())
                .extracting(Sentence::text)
                .containsExactly("Sie tanzen.", "Sie spielen.", "Bis bald.");
    }

    @Test
    void tellsAModelThatItHasNotTranslated() {
        var same = "They dance in the dark of the hive, where nobody can see them at all.";
        models.says(german("Bees", same, "It looks like play to all of us.")).says(german("Bees", same, same));

        var translated = translator.translate(request("de", null));

        assertThat(models.questions().getLast().conversation().getLast().text()).contains("still in the language");
        assertThat(translated.content().metadata().get("shortcomings")).contains("still in the language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no object",
                "null",
                "{\"scenes\": []}",
                "{\"scenes\": [null, null]}",
                "{\"texts\": [], \"scenes\": [{\"heading\": \"a\", \"sentences\": [\"b\", \"c\"]}, {\"sentences\": [\"d\"]}]}",
                "{\"texts\": [\"x\", \"y\", \"z\"], \"scenes\": [{\"heading\": \"a\", \"sentences\": [\"b\", \" \"]},"
                        + " {\"sentences\": [\"d\"]}]}",
                "{\"texts\": [\"x\", \"y\", \"z\"], \"scenes\": [{\"heading\": \"a\", \"sentences\": [\"b\","
                        + " \"Visit evil.example now.\"]}, {\"sentences\": [\"d\"]}]}",
                "{\"texts\": [\"x\", \"y\", \"z\"], \"scenes\": [{\"sentences\": [\"b\", \"c\"]}, {\"sentences\": [\"d\"]}]}"
            })
    void refusesAnAnswerThatIsNoTranslation(String answer) {
        models.answers(question -> answer);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> translator.translate(request("de", null)))
                .extracting(CodedException::code)
                .isEqualTo(ContentErrorCode.LLM_ANSWER_UNUSABLE);
        assertThat(models.questions()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Bienen\n\n## Der Tanz\n\nSie tanzen.\nSie spielen. Alle sehen zu.\n\nBis bald.",
                "# Bienen\n\n## Der Tanz\n\nSie tanzen. Sie spielen. Bis bald."
            })
    void takesTheWordsThatAreGivenWithoutAModel(String script) {
        models.isNotConfigured();

        var translated = translator.translate(request("de", script));

        var content = translated.content();
        assertThat(content.title()).isEqualTo("Bienen");
        assertThat(content.sections()).extracting(Section::heading).containsExactly("Der Tanz", null);
        assertThat(content.sentences())
                .extracting(Sentence::text)
                .startsWith("Sie tanzen.")
                .endsWith("Bis bald.");
        assertThat(content.sentences()).extracting(Sentence::caption).containsOnlyNulls();
        assertThat(content.sentences().get(1).pauseAfter()).isEqualTo(Duration.ofMillis(700));
        assertThat(translated.texts()).containsExactly("Hallo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de    | ## Tanz~Sie tanzen. Bis bald.            | /script   | 2 sentences in 1 lines (expected: 3",
                "de    | Sie tanzen.~Sie spielen.~Bis bald.       | /script   | 0 headings below the title (expected: 1",
                "de    | ## Tanz~Sie [pause 1h].~Sie.~Bis bald.   | /script   | pause",
                "en-US |                                          | /language | another language than that of the video",
                "xx    |                                          | /language | the tag of no language",
                "d-e   |                                          | /language | not a language tag"
            })
    void saysWhatIsWrong(String language, @Nullable String script, String pointer, String detail) {
        var request = request(language, script == null ? null : script.replace('~', '\n'));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> translator.translate(request))
                .satisfies(failure -> assertThat(failure.errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.pointer()).isEqualTo(pointer);
                            assertThat(error.detail()).contains(detail);
                        }));
        assertThat(models.questions()).isEmpty();
    }

    @Test
    void checksWithoutAskingAnybody() {
        assertThat(translator.check(request("en-GB", null)).language()).isEqualTo("en-GB");
        assertThat(translator.check(request("sr_Latn", null)).sentences()).isEqualTo(3);
        assertThat(models.questions()).isEmpty();

        models.isNotConfigured();
        assertThat(translator.check(request("de", "Sie tanzen.")).language()).isEqualTo("de");
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> translator.check(request("de", null)))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ContentErrorCode.LLM_NOT_CONFIGURED))
                .satisfies(failure -> assertThat(failure.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/script"));
    }

    @Test
    void namesTheSourcesBelowTheDescription() {
        models.says(german("Bienen", "Sie tanzen.", "Sie spielen."));
        var before = content();
        var cited = new GeneratedContent(
                before.script(),
                before.title(),
                before.description() + "\n\nSources:\n– How bees dance",
                before.keywords(),
                before.language(),
                before.estimatedDuration(),
                before.sections(),
                before.metadata(),
                List.of(new Citation("How bees dance", "https://example.org/bees", null, null)));

        var translated =
                translator.translate(new TranslationRequest(UserId.LOCAL, cited, List.of("Welcome"), "de", null, null));

        assertThat(data(models.questions().getFirst()).has("description")).isFalse();
        assertThat(translated.content().description())
                .contains("\n\nQuellen:\n– How bees dance: https://example.org/bees");
    }

    private static TranslationRequest request(String language, @Nullable String script) {
        return new TranslationRequest(
                UserId.LOCAL,
                content(),
                List.of("Welcome"),
                language,
                script == null ? null : new TranslationRequest.Given(script, null, List.of("Hallo")),
                null);
    }

    private static GeneratedContent content() {
        var dance = new Section(
                "The dance",
                List.of(
                        new Sentence(
                                        SpeechText.parse("They dance [pause 300ms] in the dark."),
                                        Duration.ofMillis(200),
                                        List.of("dance"))
                                .withSpare(2),
                        new Sentence("It looks like play.", Duration.ofMillis(700), List.of("play"))
                                .withCaption("It is play!")
                                .withVoice(OTHER)),
                new Scene(Scene.Role.HOOK, "Dance", "bees", List.of("hive"), List.of("bee"), null, null));
        var end = new Section(null, List.of(new Sentence("See you soon.", Duration.ZERO, List.of())));
        return new GeneratedContent(
                "They dance in the dark of the hive, and nobody sees them. It looks like play. See you soon.",
                "Bees",
                "How bees dance.",
                List.of("bees"),
                "en",
                6,
                List.of(dance, end),
                Map.of("source", "topic"));
    }

    private static String german(String title, String... sentences) {
        return JSON.writeValueAsString(Map.of(
                "title",
                title,
                "description",
                "Wie Bienen tanzen.",
                "keywords",
                List.of("Bienen"),
                "texts",
                List.of("Willkommen", "Tanz", "Es ist ein Spiel!"),
                "scenes",
                List.of(
                        Map.of("heading", "Der Tanz", "sentences", List.of(sentences)),
                        Map.of("heading", "", "sentences", List.of("Bis bald.")))));
    }
}
