package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Footage;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.RationalTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When each sentence is spoken and what is seen from when on, in samples. All of it, but sentences that have a time of
 * their own, begins with a picture of the film,
 * for which a pause may last a fraction of a picture longer: what comes after a change in length then shows the same
 * pictures as before, only later.
 *
 * @param starts of the sentences, in order
 * @param stretches in order; the first one starts at zero; none where nothing is seen
 * @param end of the film
 */
record Schedule(List<RationalTime> starts, List<Stretch> stretches, RationalTime end) {

    private static final FrameRate SAMPLES = FrameRate.of(FilmTimeline.SAMPLE_RATE);

    /** Players take a moment to start; a first syllable without room would be lost. */
    private static final Duration LEAD_IN = Duration.ofMillis(200);

    private static final Duration TAIL = Duration.ofSeconds(1);
    private static final Duration CARD = Duration.ofMillis(2_500);

    /** Long enough for a heading of a few words. */
    private static final Duration SECTION_CARD = Duration.ofMillis(1_800);

    Schedule {
        starts = List.copyOf(starts);
        stretches = List.copyOf(stretches);
    }

    /** Visuals that share the time from here to the next stretch. */
    record Stretch(RationalTime start, List<Visual> visuals) {}

    static Schedule of(PlanRequest request, TitlePainting titles) {
        // Cards are pictures.
        var settings = request.seen()
                ? Objects.requireNonNullElse(request.settings().picture(), PictureSettings.DEFAULT)
                : PictureSettings.DEFAULT;
        var rate = FrameRate.of(request.canvas().fps());
        var cards = new Cards(request, rate, titles);
        var stretches = new ArrayList<Stretch>();
        var starts = new ArrayList<RationalTime>();
        var at = RationalTime.zero(SAMPLES);
        var silent = at;
        at = cards.add(settings.intro(), request.files().intro(), at, stretches);
        for (var i = 0; i < request.sentences().size(); i++) {
            var sentence = request.sentences().get(i);
            var heading = request.headings().get(i);
            if (Boolean.TRUE.equals(settings.sectionCards()) && heading != null) {
                at = cards.add(heading, at, stretches);
            }
            if (sentence.shot() != null) {
                stretches.add(new Stretch(at, sentence.shot().visuals()));
            }
            if (sentence.at() != null) {
                at = later(silent, SAMPLES.nearest(sentence.at()));
            } else if (i == 0) {
                at = withPicture(at.plus(SAMPLES.nearest(LEAD_IN)), rate);
            }
            starts.add(at);
            silent = at.plus(spoken(sentence));
            at = withPicture(silent.plus(SAMPLES.nearest(sentence.pauseAfter())), rate);
        }
        // The last pause is part of the tail.
        var end = withPicture(silent.plus(SAMPLES.nearest(TAIL)), rate);
        end = cards.add(settings.outro(), request.files().outro(), end, stretches);
        return new Schedule(starts, stretches, end);
    }

    /** The first picture that begins no earlier. */
    private static RationalTime withPicture(RationalTime time, FrameRate rate) {
        var pictures = Math.ceilDiv(time.value() * rate.numerator(), (long) SAMPLES.numerator() * rate.denominator());
        return new RationalTime(pictures, rate).atRate(SAMPLES);
    }

    private static RationalTime later(RationalTime one, RationalTime other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static RationalTime spoken(SpokenSentence sentence) {
        var speech = sentence.speech();
        if (speech.sampleRate() != FilmTimeline.SAMPLE_RATE) {
            throw new IllegalArgumentException("speech: %d samples a second (expected: %d)"
                    .formatted(speech.sampleRate(), FilmTimeline.SAMPLE_RATE));
        }
        return new RationalTime(speech.samples(), SAMPLES);
    }

    /** Puts cards between sentences. */
    private record Cards(PlanRequest request, FrameRate rate, TitlePainting titles) {

        /** The time after the card; the same time when there is none. */
        RationalTime add(@Nullable TitleCard card, @Nullable Visual file, RationalTime at, List<Stretch> stretches) {
            if (card == null) {
                return at;
            }
            stretches.add(new Stretch(at, List.of(file == null ? paint(card) : file)));
            return withPicture(at.plus(SAMPLES.nearest(length(card, file))), rate);
        }

        RationalTime add(String heading, RationalTime at, List<Stretch> stretches) {
            stretches.add(new Stretch(at, List.of(paint(new TitleCard(heading, null, null, null)))));
            return withPicture(at.plus(SAMPLES.nearest(SECTION_CARD)), rate);
        }

        private Visual paint(TitleCard card) {
            return titles.title(
                    card,
                    request.canvas(),
                    request.language(),
                    request.seed(),
                    request.settings().visualStyle(),
                    request.settings().brand());
        }

        private static Duration length(TitleCard card, @Nullable Visual file) {
            var seconds = card.duration();
            if (seconds != null) {
                return Duration.ofNanos(Math.round(seconds * 1e9));
            }
            return file instanceof Footage footage ? footage.duration() : CARD;
        }
    }
}
