package io.moneyprinter.orchestration.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.Pacing;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.contracts.video.VideoSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LengthsTests {

    private static final ObjectKey ANY = new ObjectKey("plans/any.json");

    @Test
    void saysNothingOfWhatLastsAsItIsToLast() {
        assertThat(Lengths.note(request(60, null), plan(60.4, 0.4))).isNull();
        assertThat(Lengths.note(request(null, null), plan(75, 0))).isNull();
    }

    @Test
    void saysWhatIsMissingAndTheRateThatWouldDo() {
        assertThat(Lengths.note(request(60, null), plan(50.2, -9.8)))
                .isEqualTo(
                        "lasts 50.2 s instead of 60 s: write about 20 % more, let the voice speak slower (rate 0.84), "
                                + "or ask for 50 s");
    }

    @Test
    void saysWhatIsTooMuchAndTheRateThatWouldDo() {
        assertThat(Lengths.note(request(60, 1.2), plan(75, 15)))
                .isEqualTo(
                        "lasts 75.0 s instead of 60 s: leave about 20 % of the words out, let the voice speak faster "
                                + "(rate 1.5), or ask for 75 s");
    }

    @Test
    void offersNoRateThatCannotBeAskedFor() {
        assertThat(Lengths.note(request(60, null), plan(20, -40)))
                .isEqualTo("lasts 20.0 s instead of 60 s: write about 200 % more, or ask for 20 s");
        assertThat(Lengths.note(request(60, 1.2), plan(120, 60)))
                .isEqualTo("lasts 120.0 s instead of 60 s: leave about 50 % of the words out, or ask for 120 s");
    }

    private static VideoRequest request(@Nullable Integer target, @Nullable Double rate) {
        return new VideoRequest(
                null,
                null,
                "Ice floats.",
                null,
                null,
                null,
                null,
                null,
                null,
                new VoiceSettings(null, null, null, rate, null, null, null, null),
                VideoSettings.DEFAULT.withDurationTarget(target),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RenderPlan plan(double seconds, double over) {
        var length = Duration.ofMillis(Math.round(seconds * 1000));
        var pacing = new Pacing(List.of(), 1, 1, Duration.ofMillis(Math.round(over * 1000)));
        return new RenderPlan(ANY, 1, length, List.of(), ANY, ANY, ANY, null, pacing);
    }
}
