package io.moneyprinter.content.prompt;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.llm.Answer;
import io.moneyprinter.content.llm.LanguageModels;
import io.moneyprinter.content.llm.Question;
import io.moneyprinter.content.llm.Shape;
import io.moneyprinter.content.llm.Speaker;
import io.moneyprinter.content.llm.Switched;
import io.moneyprinter.content.llm.Tokens;
import io.moneyprinter.content.llm.Turn;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a language model, has its answer looked at, and asks once more, naming what is wrong. */
@Component
public final class Dialogue {

    /** Longer than anything we ask for; such an answer is a fault. */
    private static final int LONGEST_ANSWER = 60_000;

    private final LanguageModels models;

    Dialogue(LanguageModels models) {
        this.models = models;
    }

    /**
     * For whom a model is asked.
     *
     * @param purpose as it appears in what the user has used, such as {@code script}
     * @param provider the only one to ask; null for the configured chain
     */
    public record Client(
            UserId user, String purpose, @Nullable String provider) {}

    /** Hears an answer while it is given. */
    public interface Listener {

        /** The next piece of the answer's text. */
        void piece(String text);

        /** All pieces so far are worth nothing. */
        void startOver();
    }

    /**
     * What came of it.
     *
     * @param shortcomings wishes that are not met after all
     * @param tokens of all turns
     * @param cost of all turns in US dollars
     * @param switches who could not answer, in any turn
     */
    public record Reply<T>(
            T value,
            List<String> shortcomings,
            String provider,
            String model,
            Tokens tokens,
            BigDecimal cost,
            List<Switched> switches) {

        public Reply {
            shortcomings = List.copyOf(shortcomings);
            switches = List.copyOf(switches);
        }

        /** Who has answered, and how, as it is told with what was written; by name. */
        public Map<String, String> metadata() {
            var metadata = new LinkedHashMap<String, String>();
            metadata.put("provider", provider);
            metadata.put("model", model);
            metadata.put("tokens", Long.toString(tokens.total()));
            metadata.put("cost", cost.toPlainString());
            if (!switches.isEmpty()) {
                metadata.put(
                        "switches",
                        switches.stream()
                                .map(one -> one.provider() + ": " + one.code())
                                .distinct()
                                .collect(Collectors.joining("; ")));
            }
            if (!shortcomings.isEmpty()) {
                metadata.put("shortcomings", String.join("; ", shortcomings));
            }
            return metadata;
        }
    }

    /** @throws CodedException {@code LLM_NOT_CONFIGURED} or {@code LLM_PROVIDER_UNKNOWN} */
    public void require(@Nullable String provider) {
        models.require(provider);
    }

    /** Whether somebody could be asked. */
    public boolean possible(@Nullable String provider) {
        try {
            models.require(provider);
            return true;
        } catch (CodedException none) {
            if (none.code() == ContentErrorCode.LLM_NOT_CONFIGURED) {
                return false;
            }
            throw none;
        }
    }

    /**
     * @param check looks at an answer's text
     * @param listener null when nobody is in a hurry
     * @throws CodedException with one of the {@code LLM_} codes
     */
    public <T> Reply<T> ask(
            Prompt prompt, Client client, Function<String, Verdict<T>> check, @Nullable Listener listener) {
        var question = new Question(
                List.of(new Turn(Speaker.SYSTEM, prompt.system()), new Turn(Speaker.USER, prompt.user())),
                Shape.of(prompt.schema().name(), prompt.schema().json()),
                client.provider() == null ? null : List.of(client.provider()),
                client.user(),
                client.purpose());
        var first = tried(question, check, listener);
        var faults = first.faults();
        if (faults.isEmpty() || first.isCutTooShort()) {
            return first.reply();
        }
        startOver(listener);
        var repair = question.withConversation(List.of(
                question.conversation().get(0),
                question.conversation().get(1),
                new Turn(Speaker.MODEL, Headline.shorten(first.answer().text(), LONGEST_ANSWER)),
                new Turn(Speaker.USER, repair(faults))));
        return repaired(first, repair, check, listener).reply();
    }

    /** What is good enough is not lost to a worse answer, nor because nobody answers any more. */
    private <T> Try<T> repaired(
            Try<T> first, Question question, Function<String, Verdict<T>> check, @Nullable Listener listener) {
        try {
            var second = tried(question, check, listener);
            if (!first.isBetterThan(second)) {
                return second.with(first);
            }
            startOver(listener);
            return first.with(second);
        } catch (CodedException failed) {
            if (!first.isUsable() || failed.code() == CommonErrorCode.CANCELLED) {
                throw failed;
            }
            startOver(listener);
            return first;
        }
    }

    private <T> Try<T> tried(Question question, Function<String, Verdict<T>> check, @Nullable Listener listener) {
        var answer = listener == null
                ? models.answer(question)
                : models.stream(question, listener::piece, listener::startOver);
        var tried = Try.of(answer, check);
        models.judge(answer, tried.faults());
        return tried;
    }

    private static void startOver(@Nullable Listener listener) {
        if (listener != null) {
            listener.startOver();
        }
    }

    private static String repair(List<String> faults) {
        var listed = String.join("\n", faults.stream().map("- "::concat).toList());
        return new PromptText(PromptFiles.text("repair.md")).fill(Map.of("faults", listed));
    }

    /** Models without a JSON mode like to explain themselves around the object, or to fence it. */
    private static String json(String answer) {
        var start = answer.indexOf('{');
        var end = answer.lastIndexOf('}');
        return start >= 0 && end > start ? answer.substring(start, end + 1) : answer;
    }

    /** @param tokens of this try and those it is told with, as are the cost and the switches */
    private record Try<T>(Answer answer, Verdict<T> verdict, Tokens tokens, BigDecimal cost, List<Switched> switches) {

        static <T> Try<T> of(Answer answer, Function<String, Verdict<T>> check) {
            Verdict<T> verdict = answer.text().length() > LONGEST_ANSWER
                    ? new Verdict.Unusable<>("it is longer than %d characters".formatted(LONGEST_ANSWER))
                    : check.apply(json(answer.text()));
            return new Try<>(answer, verdict, answer.tokens(), answer.cost(), answer.switches());
        }

        boolean isUsable() {
            return verdict instanceof Verdict.Usable;
        }

        /** To ask once more would end there too. */
        boolean isCutTooShort() {
            return !isUsable() && answer.cutBy() != null;
        }

        boolean isBetterThan(Try<T> later) {
            return isUsable()
                    && (!later.isUsable() || faults().size() < later.faults().size());
        }

        List<String> faults() {
            return switch (verdict) {
                case Verdict.Unusable<T>(var fault) -> List.of(fault);
                case Verdict.Usable<T>(var value, var shortcomings) -> shortcomings;
            };
        }

        /** This one, when the other one cost as well. */
        Try<T> with(Try<T> other) {
            return new Try<>(
                    answer,
                    verdict,
                    tokens.plus(other.tokens),
                    cost.add(other.cost),
                    Stream.concat(other.switches.stream(), switches.stream()).toList());
        }

        Reply<T> reply() {
            return switch (verdict) {
                case Verdict.Unusable<T>(var fault) ->
                    throw new CodedException(
                            ContentErrorCode.LLM_ANSWER_UNUSABLE,
                            "the language model's answer cannot be used: "
                                    + (answer.cutBy() == null
                                            ? fault
                                            : "it was cut at its limit of tokens; raise " + answer.cutBy()));
                case Verdict.Usable<T>(var value, var shortcomings) ->
                    new Reply<>(value, shortcomings, answer.provider(), answer.model(), tokens, cost, switches);
            };
        }
    }
}
