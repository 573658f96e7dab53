package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.MusicChoice;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.music.BedName;
import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import io.moneyprinter.sound.music.MusicBed;
import io.moneyprinter.video.plan.Soundtrack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses music by what the request says: what it asks for, else words of its tone, style and title, which edits of
 * sentences do not change. Knows when the beats are: of what is composed because it composes it, of a file because it
 * listens to it as the film will have it.
 */
public final class FilmMusic implements Soundtrack {

    /** To be changed with anything that moves beats. */
    private static final int VERSION = 2;

    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final ObjectStore store;
    private final Recordings recordings;
    private final Function<VideoId, Runs> runs;

    public FilmMusic(ObjectStore store, Probe probe, Function<VideoId, Runs> runs) {
        this.store = store;
        this.runs = runs;
        recordings = new Recordings(store, probe);
    }

    @Override
    public MusicChoice choose(PlanRequest request) {
        var wanted = request.settings().music();
        if (request.music() != null) {
            return new MusicChoice(Objects.requireNonNullElse(wanted, ""), null, "the file that was asked for");
        }
        if (wanted == null && !request.seen()) {
            return new MusicChoice("none", null, "sound alone has music only if it is asked for");
        }
        if (wanted != null && wanted.equals("none")) {
            return new MusicChoice("none", null, "none was asked for");
        }
        if (wanted == null || wanted.equals("auto")) {
            return fitting(request);
        }
        var name = BedName.parse(wanted).orElseThrow(() -> Music.unknown(wanted));
        if (name.mood() == null) {
            return byGenre(request, name.usualGenre(), "%s was asked for".formatted(wanted));
        }
        var genre = name.usualGenre();
        return composed(
                genre,
                name.mood(),
                Objects.requireNonNullElse(name.seed(), request.seed()),
                name.genre() == null
                        ? "%s was asked for; %s is usual for it".formatted(wanted, genre.id())
                        : "%s was asked for".formatted(wanted));
    }

    private static MusicChoice fitting(PlanRequest request) {
        var genre = Manner.genre(request.manner());
        if (genre.isPresent()) {
            return byGenre(
                    request,
                    genre.get().meaning(),
                    "tone and style say '%s'".formatted(genre.get().word()));
        }
        var mood = mood(request);
        return composed(Genre.usual(mood.meaning()), mood.meaning(), request.seed(), mood.word());
    }

    private static MusicChoice byGenre(PlanRequest request, Genre genre, String reason) {
        var said = said(request);
        return said == null
                ? composed(
                        genre,
                        Genre.usual(genre),
                        request.seed(),
                        "%s; %s is usual for %s"
                                .formatted(reason, Genre.usual(genre).id(), genre.id()))
                : composed(genre, said.meaning(), request.seed(), "%s; %s".formatted(reason, said.word()));
    }

    /** The mood and the reason for it. */
    private static Manner<Mood> mood(PlanRequest request) {
        var said = said(request);
        return said == null
                ? new Manner<>(
                        "no word of tone, style and title says a mood, so the seed chose",
                        Mood.fitting(request.title(), request.seed()))
                : said;
    }

    private static @Nullable Manner<Mood> said(PlanRequest request) {
        var manner = Manner.mood(request.manner());
        if (manner.isPresent()) {
            return new Manner<>(
                    "tone and style say '%s'".formatted(manner.get().word()),
                    manner.get().meaning());
        }
        return Mood.heardIn(request.title())
                .map(hint -> new Manner<>("the title says '%s'".formatted(hint.word()), hint.mood()))
                .orElse(null);
    }

    private static MusicChoice composed(Genre genre, Mood mood, long seed, String reason) {
        return new MusicChoice("%s:%s:%d".formatted(genre.id(), mood.id(), seed), null, reason);
    }

    @Override
    public @Nullable Double tempo(MusicChoice choice, boolean steady, long samples) {
        return bed(choice, steady, samples) instanceof MusicBed bed
                ? Math.round(100 * 60.0 * MusicBed.SAMPLE_RATE / bed.beat()) / 100.0
                : null;
    }

    private static @Nullable MusicBed bed(MusicChoice choice, boolean steady, long samples) {
        return BedName.parse(choice.music())
                .filter(name -> name.seed() != null)
                .map(name -> new MusicBed(
                        name.usualGenre(),
                        name.usualMood(),
                        Objects.requireNonNullElse(name.seed(), 0L),
                        samples,
                        steady))
                .orElse(null);
    }

    @Override
    public List<Double> beats(PlanRequest request, MusicChoice choice, long samples) {
        var file = request.music();
        if (file != null) {
            return heard(file, samples, runs.apply(request.videoId()));
        }
        var bed = bed(choice, true, samples);
        if (bed == null) {
            return List.of();
        }
        var beat = bed.beat() / MusicBed.SAMPLE_RATE;
        return Stream.iterate(0, i -> i * beat * MusicBed.SAMPLE_RATE < samples, i -> i + 1)
                .map(i -> i * beat)
                .toList();
    }

    /** Listened to once for each length. */
    private List<Double> heard(ObjectKey file, long samples, Runs runs) {
        var key = new ObjectKey("beats/%s.txt".formatted(Digests.of("beats", VERSION, file, samples)));
        try {
            if (!store.exists(key)) {
                var text = recordings.beats(file, samples, DEADLINE, runs).stream()
                        .map(beat -> String.format(Locale.ROOT, "%d", beat))
                        .collect(Collectors.joining(" "));
                store.put(key, text.getBytes(StandardCharsets.US_ASCII));
            }
            return Arrays.stream(Files.readString(store.file(key)).split(" ", -1))
                    .filter(each -> !each.isEmpty())
                    .map(each -> Integer.parseInt(each) / 1e3)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key, e);
        }
    }
}
