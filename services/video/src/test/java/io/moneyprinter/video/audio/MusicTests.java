package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.sound.music.Mood;
import org.junit.jupiter.api.Test;

class MusicTests {

    @Test
    void isComposedUnlessSomethingElseIsAskedFor() {
        assertThat(Music.of(null, null, "Why bees dance", 3)).isEqualTo(new Music.Composed(Mood.CALM, 3));
        assertThat(Music.of("auto", null, "Why bees dance", 3)).isEqualTo(new Music.Composed(Mood.CALM, 3));
        assertThat(Music.of("dramatic", null, "Why bees dance", 3)).isEqualTo(new Music.Composed(Mood.DRAMATIC, 3));
        assertThat(Music.of("none", null, "Why bees dance", 3)).isEqualTo(new Music.None());
    }

    @Test
    void isTheFileThatTheRequestNames() {
        var file = new ObjectKey("assets/song.mp3");

        assertThat(Music.of("song", file, "Why bees dance", 3)).isEqualTo(new Music.Recorded(file));
    }

    @Test
    void refusesAWordThatNamesNothing() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Music.of("polka", null, "Why bees dance", 3))
                .satisfies(e -> assertThat(e.code()).isEqualTo(AudioErrorCode.MUSIC_UNKNOWN))
                .satisfies(e -> assertThat(e.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/video_settings/music"));
    }
}
