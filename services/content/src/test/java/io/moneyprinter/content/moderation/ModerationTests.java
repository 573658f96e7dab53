package io.moneyprinter.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.moderation.ModerationProperties.WhenDown;
import io.moneyprinter.contracts.content.ModerationRequest.FieldText;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModerationTests {

    private final List<List<String>> looks = new ArrayList<>();
    private @Nullable ContentErrorCode down;

    private final Moderator moderator = new Moderator() {

        @Override
        public String description() {
            return "a test";
        }

        @Override
        public @Nullable Finding find(List<String> texts, @Nullable String language) {
            looks.add(texts);
            if (down != null) {
                throw new CodedException(down, "no answer");
            }
            for (var i = 0; i < texts.size(); i++) {
                if (texts.get(i).contains("bad")) {
                    return new Finding(i, List.of("violence"), null);
                }
            }
            return null;
        }
    };

    private Moderation moderation(WhenDown whenDown) {
        return new Moderation(List.of(moderator), whenDown);
    }

    @Test
    void refusesAFieldByItsCategoryAndSaysWhatToDo() {
        var failure = catchThrowableOfType(
                CodedException.class,
                () -> moderation(WhenDown.FAIL_CLOSED)
                        .check(List.of(new FieldText("/topic", "bees"), new FieldText("/material", "bad bees")), null));

        assertThat(failure.code()).isEqualTo(ContentErrorCode.MODERATION_REFUSED);
        assertThat(failure.code().kind().retryable()).isFalse();
        assertThat(failure)
                .hasMessage("this is refused as violence by a test (expected: something else, or other words)");
        assertThat(failure.errors()).extracting(FieldError::pointer).containsExactly("/material");
        assertThatThrownBy(() -> moderation(WhenDown.FAIL_CLOSED).checkWritten("bad", "en"))
                .hasMessageContaining("what the language model wrote is refused as violence");
    }

    @ParameterizedTest
    @CsvSource({
        "MODERATION_UNAVAILABLE, FAIL_CLOSED, false",
        "MODERATION_THROTTLED, FAIL_CLOSED, false",
        "MODERATION_MISCONFIGURED, FAIL_CLOSED, false",
        "MODERATION_UNAVAILABLE, FAIL_OPEN, true",
        "MODERATION_THROTTLED, FAIL_OPEN, true",
        "MODERATION_MISCONFIGURED, FAIL_OPEN, false"
    })
    void letsTextsPassUnseenOnlyWhereThatIsSaidAndTimeMayHelp(
            ContentErrorCode code, WhenDown whenDown, boolean passes) {
        down = code;
        var moderation = moderation(whenDown);
        var passages = List.of(new FieldText("/topic", "bees"));

        if (passes) {
            assertThatCode(() -> moderation.check(passages, null)).doesNotThrowAnyException();
            down = null;
            moderation.check(passages, null);
            // What passed unseen is not taken for fine.
            assertThat(looks).hasSize(2);
        } else {
            assertThat(catchThrowableOfType(CodedException.class, () -> moderation.check(passages, null))
                            .code())
                    .isEqualTo(code);
        }
    }

    @Test
    void looksOnceAtWhatIsFineAndAgainAtWhatIsNot() {
        var moderation = moderation(WhenDown.FAIL_CLOSED);
        var bees = new FieldText("/topic", "bees");

        moderation.check(List.of(bees), "en");
        moderation.check(List.of(bees, new FieldText("/material", " ")), "en");
        moderation.check(List.of(bees, new FieldText("/material", "wasps")), "en");
        moderation.check(List.of(bees), "de");
        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(() -> moderation.check(List.of(new FieldText("/topic", "bad")), "en"))
                    .isInstanceOf(CodedException.class);
        }

        assertThat(looks)
                .containsExactly(List.of("bees"), List.of("wasps"), List.of("bees"), List.of("bad"), List.of("bad"));
    }

    @Test
    void isOffWhereNothingIsConfigured() {
        var off = new Moderation(List.of(), WhenDown.FAIL_CLOSED);

        off.check(List.of(new FieldText("/topic", "bad")), null);

        assertThat(off.means()).isEmpty();
        assertThat(moderation(WhenDown.FAIL_CLOSED).means()).containsExactly("a test");
    }

    @Test
    void namesTheSettingThatCannotBeMeant() {
        assertThatThrownBy(() -> properties("ftp://example.org", Duration.ofSeconds(1)))
                .hasMessageContaining("moneyprinter.content.moderation.base-url");
        assertThatThrownBy(() -> properties("https://example.org", Duration.ZERO))
                .hasMessageContaining("moneyprinter.content.moderation.timeout");
        assertThat(properties("", Duration.ofSeconds(1)).baseUrl()).isNull();
    }

    private static ModerationProperties properties(String address, Duration timeout) {
        return new ModerationProperties(
                URI.create(address), List.of(), "m", WhenDown.FAIL_CLOSED, timeout, 1, timeout, timeout, Map.of());
    }
}
