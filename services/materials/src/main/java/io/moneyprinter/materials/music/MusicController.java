package io.moneyprinter.materials.music;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.SoundTraits;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.search.Library;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredFiles;
import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import io.moneyprinter.sound.music.MusicBed;
import io.moneyprinter.sound.music.MusicLoop;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Music to put under a voice: the caller's own, and what we compose. */
@RestController
final class MusicController {

    private static final String PATH = "/api/v1/materials/music";
    private static final String LICENCE = "CC0-1.0";

    /** What loops are brought to. */
    private static final double LOUDNESS = -16;

    private final Library library;
    private final Assets assets;
    private final Beds beds;
    private final StoredFiles files;

    MusicController(Library library, Assets assets, Beds beds, ObjectStore store) {
        this.library = library;
        this.assets = assets;
        this.beds = beds;
        files = new StoredFiles(store);
    }

    /**
     * Some of what was found, the caller's own first.
     *
     * @param total of all
     * @param nextCursor give it back as {@code cursor} to get the next ones, null at the end
     */
    record MusicPage(List<Music> music, int total, @Nullable String nextCursor) {}

    /**
     * A piece of music.
     *
     * @param id also what {@code video_settings.music} is to say to have it in a video
     * @param source {@code own} or {@code generated}
     * @param genres as its owner says; what we compose has one
     * @param moods as measured, and as its owner says; what we compose has one
     * @param bpm beats per minute; null where there is no beat
     * @param key such as {@code A minor}; null where it is not clear
     * @param loudness integrated, in LUFS; null before it was measured
     * @param duration seconds
     * @param loopable whether it can be played again and again without a seam
     * @param previewUrl a file to listen to, with ranges
     */
    record Music(
            String id,
            String source,
            String title,
            List<String> genres,
            List<String> moods,
            @Nullable Double bpm,
            @Nullable String key,
            @Nullable Double loudness,
            double duration,
            boolean loopable,
            @Nullable String licence,
            @Nullable String attribution,
            String previewUrl) {}

    @GetMapping(PATH)
    MusicPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 500) String q,
            @RequestParam(required = false) @Nullable List<String> mood,
            @RequestParam(required = false) @Nullable List<String> genre,
            @RequestParam(name = "tempo_min", required = false) @Nullable Double tempoMin,
            @RequestParam(name = "tempo_max", required = false) @Nullable Double tempoMax,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var offset = offset(cursor);
        var own = library.music(caller.userId(), q, mood, genre, tempoMin, tempoMax, limit, offset);
        var generated = Catalogue.find(q, mood, genre, tempoMin, tempoMax);
        var found = new ArrayList<Music>();
        own.matches().forEach(match -> found.add(view(match.asset())));
        generated.stream()
                .skip(Math.max(0, offset - own.total()))
                .limit(limit - found.size())
                .forEach(loop -> found.add(view(loop, false)));
        var total = own.total() + generated.size();
        var end = offset + found.size();
        return new MusicPage(found, total, found.isEmpty() || end >= total ? null : Integer.toString(end));
    }

    private static int offset(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[1-9][0-9]{0,3}")) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/cursor", "the cursor is not one that was given out");
        }
        return Integer.parseInt(cursor);
    }

    /**
     * Music that is to be made.
     *
     * @param genre such as {@code lofi}
     * @param mood such as {@code calm}; null for what the genre is usually played for
     * @param seed which piece; null for 1
     * @param bpm beats per minute; null for those of the piece
     * @param key the tonic, such as {@code A} or {@code F#}; null for that of the piece
     * @param duration about so many seconds: the loop has whole bars; null for 45
     * @param keep whether it becomes a file of the caller's; null for no
     */
    record BedRequest(
            @NotNull String genre,
            @Nullable String mood,
            @Nullable Long seed,
            @JsonProperty("bpm") @Nullable Double bpm,
            @Nullable String key,
            @Nullable Double duration,
            @Nullable Boolean keep) {}

    /**
     * Music that was made.
     *
     * @param beats when they are, in milliseconds, exactly
     * @param material the file that was kept, null when none was
     */
    record Bed(Music music, List<Double> beats, @Nullable Asset material) {}

    /** The same request is the same music, which is kept only once. */
    @PostMapping(PATH + "/beds")
    ResponseEntity<Bed> make(Caller caller, @Valid @RequestBody BedRequest request) {
        var loop = loop(request);
        if (!Boolean.TRUE.equals(request.keep())) {
            beds.preview(loop);
            return ResponseEntity.ok(new Bed(view(loop, true), beats(loop), null));
        }
        var added = beds.with(loop, wav -> assets.addMade(caller.userId(), wav, filename(loop)));
        // Whoever died between the two asks again.
        var asset = isUndescribed(added.asset())
                ? assets.describe(
                        caller.userId(),
                        added.asset().assetId(),
                        "music",
                        List.of(loop.genre().id(), loop.mood().id()),
                        LICENCE)
                : added.asset();
        return ResponseEntity.status(added.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/materials/" + asset.assetId()))
                .body(new Bed(view(loop, true), beats(loop), asset));
    }

    private static boolean isUndescribed(Asset asset) {
        return asset.category() == null
                && asset.licence() == null
                && asset.tags().isEmpty();
    }

    private static MusicLoop loop(BedRequest request) {
        var genre = Genre.named(request.genre())
                .orElseThrow(() -> CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID,
                        "/genre",
                        "unknown (expected: %s)"
                                .formatted(String.join(
                                        ", ",
                                        Arrays.stream(Genre.values())
                                                .map(Genre::id)
                                                .toList()))));
        var mood = request.mood() == null
                ? Genre.usual(genre)
                : Mood.named(request.mood())
                        .orElseThrow(() -> CodedException.ofField(
                                CommonErrorCode.FIELD_INVALID,
                                "/mood",
                                "unknown (expected: %s)"
                                        .formatted(String.join(
                                                ", ",
                                                Arrays.stream(Mood.values())
                                                        .map(Mood::id)
                                                        .toList()))));
        return loop(
                genre,
                mood,
                Objects.requireNonNullElse(request.seed(), 1L),
                request.bpm(),
                request.key(),
                request.duration());
    }

    private static MusicLoop loop(
            Genre genre, Mood mood, long seed, @Nullable Double bpm, @Nullable String key, @Nullable Double seconds) {
        within("/bpm", bpm, MusicLoop.SLOWEST, MusicLoop.FASTEST);
        within("/duration", seconds, MusicLoop.SHORTEST.toSeconds(), MusicLoop.LONGEST.toSeconds());
        var tonic = key == null ? null : Integer.valueOf(MusicLoop.tonic(key));
        if (tonic != null && tonic < 0) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/key", "unknown (expected: a tonic such as C, F# or Bb)");
        }
        return MusicLoop.of(
                genre, mood, seed, bpm, tonic, seconds == null ? null : Duration.ofMillis(Math.round(1_000 * seconds)));
    }

    private static void within(String pointer, @Nullable Double value, double least, double most) {
        if (value != null && !(value >= least && value <= most)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    pointer,
                    "%s (expected: %s to %s)".formatted(value, Math.round(least), Math.round(most)));
        }
    }

    /** A generated piece to listen to. */
    @GetMapping(PATH + "/{id}/preview")
    ResponseEntity<Resource> preview(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Double bpm,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable Double duration) {
        var name = Catalogue.named(id);
        if (name.isEmpty()) {
            var asset = own(caller, id);
            return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                    .location(URI.create(contentUrl(asset)))
                    .build();
        }
        var loop = loop(
                Objects.requireNonNull(name.get().genre()),
                Objects.requireNonNull(name.get().mood()),
                Objects.requireNonNull(name.get().seed()),
                bpm,
                key,
                duration);
        return files.answer(beds.preview(loop), MediaType.parseMediaType("audio/mp4"));
    }

    /**
     * When to cut, clap and dance.
     *
     * @param bpm null where there is no beat, and before it was measured
     * @param beats milliseconds, ascending
     */
    record Beats(String id, @Nullable Double bpm, List<Double> beats) {}

    @GetMapping(PATH + "/{id}/beats")
    Beats beats(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Double bpm,
            @RequestParam(required = false) @Nullable Double duration) {
        var name = Catalogue.named(id);
        if (name.isEmpty()) {
            var asset = own(caller, id);
            var sound = sound(asset);
            return new Beats(
                    id,
                    sound == null ? null : sound.bpm(),
                    assets.beats(caller.userId(), asset.assetId()).stream()
                            .map(Integer::doubleValue)
                            .toList());
        }
        var loop = loop(
                Objects.requireNonNull(name.get().genre()),
                Objects.requireNonNull(name.get().mood()),
                Objects.requireNonNull(name.get().seed()),
                bpm,
                null,
                duration);
        return new Beats(id, rounded(loop.beatsPerMinute()), beats(loop));
    }

    /** @throws CodedException {@code MUSIC_NOT_FOUND} */
    private Asset own(Caller caller, String id) {
        try {
            var asset = assets.get(caller.userId(), new AssetId(id)).asset();
            if (asset.fileType() == Asset.Type.AUDIO) {
                return asset;
            }
        } catch (IllegalArgumentException notAnId) {
            throw new CodedException(MaterialsErrorCode.MUSIC_NOT_FOUND, "no such music", notAnId);
        } catch (CodedException none) {
            throw new CodedException(MaterialsErrorCode.MUSIC_NOT_FOUND, "no music '%s'".formatted(id), none);
        }
        throw new CodedException(MaterialsErrorCode.MUSIC_NOT_FOUND, "'%s' is not heard".formatted(id));
    }

    private Music view(Asset asset) {
        var sound = sound(asset);
        var marks = assets.lexemes(asset).marks();
        return new Music(
                asset.assetId().value(),
                "own",
                asset.filename(),
                marked(marks, "genre:"),
                marked(marks, "mood:"),
                sound == null ? null : sound.bpm(),
                sound == null ? null : sound.key(),
                sound == null ? null : sound.loudness(),
                Objects.requireNonNullElse(asset.duration(), 0.0),
                sound != null && sound.loopable(),
                asset.licence(),
                asset.attribution(),
                contentUrl(asset));
    }

    private static @Nullable SoundTraits sound(Asset asset) {
        return asset.traits() == null ? null : asset.traits().sound();
    }

    private static List<String> marked(List<String> marks, String kind) {
        return marks.stream()
                .filter(mark -> mark.startsWith(kind))
                .map(mark -> mark.substring(kind.length()))
                .sorted()
                .toList();
    }

    private static String contentUrl(Asset asset) {
        return "/api/v1/materials/%s/content".formatted(asset.assetId());
    }

    /** @param special whether tempo, key and length may be others than those of the piece */
    private static Music view(MusicLoop loop, boolean special) {
        var id = Catalogue.id(loop);
        var seconds = loop.frames() / (double) MusicBed.SAMPLE_RATE;
        var query = special
                ? "?bpm=%s&key=%s&duration=%s"
                        .formatted(
                                loop.beatsPerMinute(),
                                loop.key().substring(0, loop.key().indexOf(' ')).replace("#", "%23"),
                                seconds)
                : "";
        return new Music(
                id,
                "generated",
                title(loop),
                List.of(loop.genre().id()),
                List.of(loop.mood().id()),
                rounded(loop.beatsPerMinute()),
                loop.key(),
                LOUDNESS,
                Math.round(1_000 * seconds) / 1e3,
                true,
                LICENCE,
                null,
                "%s/%s/preview%s".formatted(PATH, id, query));
    }

    private static String title(MusicLoop loop) {
        return "%s, %s, no. %d".formatted(loop.genre().id(), loop.mood().id(), loop.seed());
    }

    private static String filename(MusicLoop loop) {
        return "%s %s %d, %.0f bpm, %s.wav"
                .formatted(loop.genre().id(), loop.mood().id(), loop.seed(), loop.beatsPerMinute(), loop.key());
    }

    private static List<Double> beats(MusicLoop loop) {
        return IntStream.range(0, 4 * loop.bars())
                .mapToObj(beat -> beat * 1_000.0 * loop.beat() / MusicBed.SAMPLE_RATE)
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
