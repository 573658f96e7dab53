package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.sound.music.Genre;
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
    void isPlayedInTheGenreAndFromTheSeedThatAreAskedFor() {
        assertThat(Music.of("lofi", null, "Why bees dance", 3))
                .isEqualTo(new Music.Composed(Genre.LOFI, Mood.CALM, 3, false));
        assertThat(Music.of("dark", null, "Why bees dance", 3))
                .isEqualTo(new Music.Composed(Genre.CINEMATIC, Mood.DARK, 3, false));
        assertThat(Music.of("acoustic:happy:7", null, "Why bees dance", 3, true))
                .isEqualTo(new Music.Composed(Genre.ACOUSTIC, Mood.HAPPY, 7, true));
    }

    /** What was mixed before there were genres sounds the same, and is found under the same name. */
    @Test
    void isCalledAsItAlwaysWas() {
        assertThat(new Music.Composed(Mood.CALM, 3).name()).isEqualTo("Composed[mood=CALM, seed=3]");
        assertThat(new Music.None().name()).isEqualTo("None[]");
        assertThat(new Music.Recorded(new ObjectKey("assets/a.wav")).name()).isEqualTo("Recorded[file=assets/a.wav]");
        assertThat(new Music.Composed(Genre.LOFI, Mood.CALM, 3, false).name())
                .isNotEqualTo(new Music.Composed(Genre.LOFI, Mood.CALM, 3, true).name())
                .isNotEqualTo(new Music.Composed(Mood.CALM, 3).name());
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
