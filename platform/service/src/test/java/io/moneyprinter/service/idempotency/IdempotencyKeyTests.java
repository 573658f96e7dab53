package io.moneyprinter.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTests {

    @ParameterizedTest
    @ValueSource(strings = {"wish", "\"wish\"", "  wish  ", " \"wish\" "})
    void readsTheSameWithAndWithoutQuotes(String header) {
        assertThat(IdempotencyKey.parse(header)).isEqualTo(new IdempotencyKey("wish"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"\""})
    void refusesNothing(String header) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> IdempotencyKey.parse(header))
                .extracting(CodedException::code)
                .isEqualTo(CommonErrorCode.IDEMPOTENCY_KEY_INVALID);
    }

    @Test
    void takesTheLongestAndNothingLonger() {
        assertThat(IdempotencyKey.parse("k".repeat(255)).value()).hasSize(255);
        assertThatExceptionOfType(CodedException.class).isThrownBy(() -> IdempotencyKey.parse("k".repeat(256)));
    }
}
