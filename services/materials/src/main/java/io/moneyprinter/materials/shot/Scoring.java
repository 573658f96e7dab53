package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import io.moneyprinter.language.Word;
import io.moneyprinter.materials.embedding.Phrase;
import io.moneyprinter.materials.words.Relevance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges pictures for a sentence. Pure: what has to be known of the neighbours and of earlier videos is given. Not for
 * several threads at once.
 */
final class Scoring {

    /** What else counts, besides relevance, of all that counts. */
    private static final double ELSE = 0.4;

    private static final double FIT = 0.4;
    private static final double DURATION = 0.25;
    private static final double CONTINUITY = 0.25;
    private static final double LICENCE = 0.1;

    /** Whatever was seen lately has to be far better than what was not. */
    private static final double SEEN_LATELY = 0.6;

    /** Of what nobody knows. */
    private static final double UNKNOWN = 0.8;

    /** A provider knows more of its clips than it says: what it finds is relevant until its words say otherwise. */
    private static final double FOUND = 0.5;

    /** Its words are there, in the language of the question, and say something else. */
    private static final double OTHER_WORDS = 0.15;

    /** A word of a title that all sentences have in common is no better. */
    private static final double LITTLE = 0.3;

    private static final int FEW_WORDS = 3;

    /** So many clips that have nothing to do with it are no chance. */
    private static final int SEVERAL = 3;

    private static final int MOST_PHRASES = 3;

    private final ShotRequest request;
    private final Language language;
    private final Relevance relevance;
    private final Duration needed;
    private final List<AssetTraits> neighbours;

    /** By what clips say of themselves: broader words find the same ones again. */
    private final Map<String, Boolean> comparable = new HashMap<>();

    /**
     * @param needed how long the picture is seen
     * @param neighbours of the pictures before and after, as far as they are chosen and measured
     */
    Scoring(ShotRequest request, Duration needed, List<AssetTraits> neighbours) {
        this.request = request;
        this.language = new Language(request.language());
        this.relevance = relevance(request);
        this.needed = needed;
        this.neighbours = List.copyOf(neighbours);
    }

    /**
     * A picture that could be shown.
     *
     * @param source as scores name it
     * @param text what it shows, to be judged
     * @param duration zero for what does not move
     * @param traits null as long as they are not measured
     * @param found how sure it is that whoever found it was asked for the right thing, 0..1; null for what is judged by
     *     its words alone
     * @param lately whether it was seen in one of the latest videos
     * @param meaning how well what it shows means what is looked for, whatever the words
     */
    record Candidate(
            String source,
            String title,
            Relevance.Text text,
            int width,
            int height,
            Duration duration,
            @Nullable AssetTraits traits,
            String licence,
            @Nullable Double found,
            boolean lately,
            Relevance.Fit meaning) {

        /** Of which nobody says what it means. */
        Candidate(
                String source,
                String title,
                Relevance.Text text,
                int width,
                int height,
                Duration duration,
                @Nullable AssetTraits traits,
                String licence,
                @Nullable Double found,
                boolean lately) {
            this(source, title, text, width, height, duration, traits, licence, found, lately, Relevance.Fit.NONE);
        }
    }

    /** What of a sentence says what should be seen, and how much it is worth to see it. */
    static Relevance relevance(ShotRequest request) {
        var wanted = new Relevance(new Language(request.language()));
        var weight = 1.0;
        for (var term : request.searchTerms()) {
            wanted.phrase(term, weight);
            weight = Math.max(0.8, weight - 0.05);
        }
        var keywords = request.keywords();
        if (keywords.size() > 1) {
            wanted.phrase(keywords.get(0) + " " + keywords.get(1), 0.9);
        }
        weight = 0.75;
        for (var keyword : keywords) {
            wanted.phrase(keyword, weight);
            weight = Math.max(0.5, weight - 0.1);
        }
        if (request.heading() != null) {
            wanted.phrase(request.heading(), 0.5);
        }
        return wanted.phrase(request.title(), 0.4);
    }

    /**
     * The same for whoever compares meanings: what is looked for, else the sentence. A word alone has too many meanings.
     */
    static List<Phrase> phrases(ShotRequest request) {
        var phrases = new ArrayList<Phrase>();
        var weight = 1.0;
        for (var term : request.searchTerms().stream().limit(MOST_PHRASES).toList()) {
            phrases.add(new Phrase(term, weight));
            weight -= 0.05;
        }
        if (phrases.isEmpty()) {
            phrases.add(new Phrase(request.text(), 0.9));
            phrases.add(
                    new Phrase(request.keywords().stream().limit(MOST_PHRASES).collect(Collectors.joining(" ")), 0.9));
        }
        return phrases;
    }

    ShotScore of(Candidate candidate) {
        var reasons = new ArrayList<String>();
        var relevant = relevance(candidate, reasons);
        var fit = fit(candidate, reasons);
        var lasts = duration(candidate, reasons);
        var continuity = continuity(candidate, reasons);
        var licence = licence(candidate.licence());
        var novelty = candidate.lately() ? 0.0 : 1.0;
        if (candidate.lately()) {
            reasons.add("seen in one of your latest videos");
        }
        var rest = FIT * fit + DURATION * lasts + CONTINUITY * continuity + LICENCE * licence;
        var total = relevant * (1 - ELSE + ELSE * rest) * (candidate.lately() ? SEEN_LATELY : 1);
        return new ShotScore(
                candidate.source(),
                candidate.title(),
                rounded(total),
                rounded(relevant),
                rounded(fit),
                rounded(lasts),
                rounded(continuity),
                novelty,
                licence,
                reasons);
    }

    private double relevance(Candidate candidate, List<String> reasons) {
        var said = relevance.of(candidate.text());
        if (said.phrase() != null) {
            reasons.add("shows '%s'".formatted(said.phrase()));
        }
        var fit = said.or(candidate.meaning());
        if (fit.score() > said.score()) {
            reasons.add("means '%s'".formatted(fit.phrase()));
        }
        var found = candidate.found();
        if (found == null) {
            return fit.score();
        }
        if (fit.score() < LITTLE && comparable(candidate.title())) {
            reasons.add("its words say something else");
            return Math.max(OTHER_WORDS, fit.score());
        }
        if (FOUND * found > fit.score()) {
            reasons.add("found for what was looked for");
        }
        return Math.max(fit.score(), FOUND * found);
    }

    /**
     * How far a provider is believed of clips that say nothing, or say it in another language: not at all where
     * everything else in its answer says something else, for then it fills up its page.
     *
     * @param abouts what the clips of one answer say
     * @return 0..1, for {@link Candidate#found}
     */
    double belief(Collection<String> abouts) {
        var others = 0;
        for (var about : abouts) {
            if (comparable(about)) {
                if (relevance.of(Relevance.Text.NONE.and(about, 1)).score() >= LITTLE) {
                    return 1;
                }
                others++;
            }
        }
        return others < SEVERAL ? 1 : 0;
    }

    /** Whether words are in the language that is looked for in, so that they would say it if it were there. */
    private boolean comparable(String about) {
        return comparable.computeIfAbsent(
                about, each -> !each.isBlank() && spoken(each).code().equals(language.code()));
    }

    /** A few words in Latin letters could be anything, and are mostly English. */
    private static Language spoken(String about) {
        var detected = LanguageDetector.detect(about);
        return detected.sharesScript(Language.ENGLISH)
                        && Word.of(about, detected).size() < FEW_WORDS
                ? Language.ENGLISH
                : detected;
    }

    private double fit(Candidate candidate, List<String> reasons) {
        var across = (double) candidate.width() / request.width();
        var down = (double) candidate.height() / request.height();
        var enlarged = Math.min(1, Math.min(across, down));
        if (enlarged < 1) {
            reasons.add(String.format(Locale.ROOT, "has to be enlarged %.1f times", 1 / enlarged));
        }
        var kept = Math.min(across, down) / Math.max(across, down);
        if (kept < 0.7) {
            reasons.add("%d%% of it is cut off".formatted(Math.round(100 * (1 - kept))));
        }
        // A large picture that is cut looks better than one that fits and is soft.
        return enlarged * enlarged * (0.6 + 0.4 * kept);
    }

    private double duration(Candidate candidate, List<String> reasons) {
        if (candidate.duration().isZero() || candidate.duration().compareTo(needed) >= 0) {
            return 1;
        }
        reasons.add("is repeated, since it lasts %.1f s"
                .formatted(candidate.duration().toMillis() / 1e3));
        return 0.5 * candidate.duration().toMillis() / needed.toMillis();
    }

    private double continuity(Candidate candidate, List<String> reasons) {
        var traits = candidate.traits();
        if (traits == null || neighbours.isEmpty()) {
            return UNKNOWN;
        }
        var near = neighbours.stream()
                .mapToDouble(neighbour -> 1
                        - 0.7 * difference(traits.brightness(), neighbour.brightness())
                        - 0.3 * difference(traits.motion(), neighbour.motion()))
                .average()
                .orElse(UNKNOWN);
        if (near < 0.6) {
            reasons.add("quite another light or pace than its neighbours");
        }
        return near;
    }

    private static double difference(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? 1 - UNKNOWN : Math.abs(one - other);
    }

    private static double licence(String text) {
        if (text.contains("BY-SA")) {
            return 0.7;
        }
        return Stream.of("CC BY", "CC-BY").anyMatch(text::contains) ? 0.9 : 1;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
