package io.moneyprinter.content.llm;

/**
 * What models count and take money for.
 *
 * @param input of the conversation
 * @param output of the answer, with what the model thought before
 */
public record Tokens(long input, long output) {

    public static final Tokens NONE = new Tokens(0, 0);

    public long total() {
        return input + output;
    }

    public Tokens plus(Tokens other) {
        return new Tokens(input + other.input, output + other.output);
    }
}
