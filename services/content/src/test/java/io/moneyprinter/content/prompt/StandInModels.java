package io.moneyprinter.content.prompt;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.llm.Answer;
import io.moneyprinter.content.llm.LanguageModels;
import io.moneyprinter.content.llm.Question;
import io.moneyprinter.content.llm.Switched;
import io.moneyprinter.content.llm.Tokens;
import io.moneyprinter.contracts.common.CircuitState;
import io.moneyprinter.contracts.content.ModelProvider;
import io.moneyprinter.problem.CodedException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model that answers as a test tells it, and remembers what it was asked. */
public final class StandInModels implements LanguageModels {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private Function<Question, String> model = question -> answers.removeFirst();
    private List<Switched> switches = List.of();
    private @Nullable String cutBy;
    private boolean there = true;

    /** From now on answers after others could not. */
    public StandInModels insteadOf(Switched... others) {
        switches = List.of(others);
        return this;
    }

    /** From now on is cut, by that setting. */
    public StandInModels isCutBy(String setting) {
        cutBy = setting;
        return this;
    }

    /** One answer after the other. */
    public StandInModels says(String answer) {
        answers.add(answer);
        return this;
    }

    /** From now on answers by what it is asked. */
    public StandInModels answers(Function<Question, String> model) {
        this.model = model;
        return this;
    }

    public StandInModels isNotConfigured() {
        there = false;
        return this;
    }

    /** As it is asked next time. */
    public void startOver() {
        questions.clear();
        answers.clear();
        model = question -> answers.removeFirst();
        switches = List.of();
        cutBy = null;
        there = true;
    }

    public List<Question> questions() {
        return questions;
    }

    /** The task, with the data. */
    public static String task(Question question) {
        return question.conversation().get(1).text();
    }

    /** The data of a task, found as a model would find it: between the lines that the first turn names. */
    public static JsonNode data(Question question) {
        var mark = mark(question);
        var parts = task(question).split("(?m)^" + mark + "$");
        if (parts.length < 2) {
            throw new IllegalArgumentException("no data in " + task(question));
        }
        return JSON.readTree(parts[1]);
    }

    public static String mark(Question question) {
        var named = java.util.regex.Pattern.compile("data-[0-9a-f]{32}")
                .matcher(question.conversation().getFirst().text());
        if (!named.find()) {
            throw new IllegalArgumentException("no mark in the first turn");
        }
        return named.group();
    }

    @Override
    public Answer answer(Question question) {
        require(null);
        questions.add(question);
        return new Answer(
                model.apply(question),
                "stand-in",
                "tiny-1",
                new Tokens(5, 2),
                new BigDecimal("0.001"),
                switches,
                null,
                cutBy);
    }

    @Override
    public Answer stream(Question question, Consumer<String> pieces) {
        var answer = answer(question);
        for (var at = 0; at < answer.text().length(); at += 7) {
            pieces.accept(
                    answer.text().substring(at, Math.min(at + 7, answer.text().length())));
        }
        return answer;
    }

    @Override
    public void require(@Nullable String provider) {
        if (!there) {
            throw CodedException.ofField(ContentErrorCode.LLM_NOT_CONFIGURED, "/topic", "no model");
        }
    }

    @Override
    public List<ModelProvider> health() {
        return there
                ? List.of(new ModelProvider(
                        "stand-in",
                        CircuitState.values()[0],
                        true,
                        "tiny-1",
                        1,
                        1,
                        0,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("2"),
                        new BigDecimal("8")))
                : List.of();
    }
}
