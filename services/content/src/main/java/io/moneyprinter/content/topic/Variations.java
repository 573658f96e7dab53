package io.moneyprinter.content.topic;

import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.language.Shingles;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the same written several times, each time opened, ordered and toned otherwise, and lets no two through that are alike. */
@Component
public class Variations {

    /** How alike two scripts, or their first sentences, may be: see {@link Shingles}. */
    public static final double MOST_ALIKE = 0.35;

    private static final List<String> ORDERS = List.of(
            "straight", "result_first", "problem_first", "small_to_large", "question_by_question", "large_to_small");

    private static final List<String> TONES =
            List.of("casual", "enthusiastic", "serious", "curious", "humorous", "calm", "authoritative");

    private final TopicWriter writer;

    Variations(TopicWriter writer) {
        this.writer = writer;
    }

    /**
     * One of several scripts.
     *
     * @param hook by name, null without one
     * @param order by name
     * @param likeness to the one among the others that it is most like, 0..1
     * @param openingLikeness the same of the first sentences
     */
    public record Variation(
            GeneratedContent content,
            @Nullable String hook,
            String order,
            String tone,
            double likeness,
            double openingLikeness) {}

    /**
     * One that did not come about.
     *
     * @param code why, such as {@code VARIATION_TOO_ALIKE}
     */
    public record Refused(@Nullable String hook, String order, String tone, String code, String reason) {}

    /** What came of all. */
    public record Result(List<Variation> variations, List<Refused> refused) {

        public Result {
            variations = List.copyOf(variations);
            refused = List.copyOf(refused);
        }
    }

    /** @throws CodedException when not even the first one could be written */
    public Result write(Brief brief, int count) {
        var accepted = new ArrayList<Told>();
        var refused = new ArrayList<Refused>();
        for (var plan : plans(brief, count)) {
            try {
                write(plan, accepted, refused);
            } catch (CodedException failed) {
                if (accepted.isEmpty()) {
                    throw failed;
                }
                refused.add(refused(plan, failed.code().name(), String.valueOf(failed.getMessage())));
            }
        }
        return new Result(accepted.stream().map(one -> one.variation(accepted)).toList(), refused);
    }

    /** Once more, when it says what another one says. */
    private void write(Brief plan, List<Told> accepted, List<Refused> refused) {
        var avoided = accepted.stream().map(Told::opening).toList();
        var told = told(plan, avoided);
        if (told.tooLike(accepted)) {
            var again =
                    Stream.concat(avoided.stream(), Stream.of(told.opening())).toList();
            told = told(plan, again);
        }
        if (told.tooLike(accepted)) {
            refused.add(refused(
                    plan,
                    "VARIATION_TOO_ALIKE",
                    "%.2f like another one, its opening %.2f (expected: at most %.2f), asked twice"
                            .formatted(told.likeness(accepted), told.openingLikeness(accepted), MOST_ALIKE)));
        } else {
            accepted.add(told);
        }
    }

    private Told told(Brief plan, List<String> avoid) {
        var twist = twist(plan);
        var brief = plan.told(plan.tone(), new Brief.Twist(twist.hook(), twist.order(), avoid));
        return Told.of(brief, writer.write(brief, null));
    }

    private static List<Brief> plans(Brief brief, int count) {
        var hooks = new LinkedHashSet<>(brief.openings());
        hooks.addAll(Manners.all().hooks().keySet().stream().sorted().toList());
        var opening = List.copyOf(hooks);
        var tones = new LinkedHashSet<>(List.of(brief.tone().toLowerCase(Locale.ROOT)));
        tones.addAll(TONES);
        var toned = List.copyOf(tones);
        var plans = new ArrayList<Brief>();
        for (var i = 0; i < count; i++) {
            plans.add(brief.told(
                    i == 0 ? brief.tone() : toned.get(i % toned.size()),
                    new Brief.Twist(
                            brief.hook() ? opening.get(i % opening.size()) : null,
                            ORDERS.get(i % ORDERS.size()),
                            List.of())));
        }
        return plans;
    }

    private static Brief.Twist twist(Brief plan) {
        return java.util.Objects.requireNonNull(plan.twist());
    }

    private static Refused refused(Brief plan, String code, String reason) {
        return new Refused(twist(plan).hook(), twist(plan).order(), plan.tone(), code, reason);
    }

    private record Told(Brief brief, GeneratedContent content, Shingles all, Shingles first) {

        static Told of(Brief brief, GeneratedContent content) {
            return new Told(
                    brief,
                    content,
                    Shingles.of(content.script(), brief.language()),
                    Shingles.of(content.sentences().getFirst().text(), brief.language()));
        }

        String opening() {
            return content.sentences().stream().findFirst().map(Sentence::text).orElse("");
        }

        boolean tooLike(List<Told> others) {
            return likeness(others) > MOST_ALIKE || openingLikeness(others) > MOST_ALIKE;
        }

        double likeness(List<Told> others) {
            return others.stream()
                    .filter(other -> other != this)
                    .mapToDouble(other -> all.likeness(other.all))
                    .max()
                    .orElse(0);
        }

        double openingLikeness(List<Told> others) {
            return others.stream()
                    .filter(other -> other != this)
                    .mapToDouble(other -> first.likeness(other.first))
                    .max()
                    .orElse(0);
        }

        Variation variation(List<Told> all) {
            var twist = twist(brief);
            return new Variation(
                    content, twist.hook(), twist.order(), brief.tone(), likeness(all), openingLikeness(all));
        }
    }
}
