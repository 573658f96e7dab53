package io.moneyprinter.ffmpeg;

/** An end of a chain of filters. */
public sealed interface Pad {

    /**
     * A stream of an input file.
     *
     * @param input index of the file
     * @param type {@code v}, {@code a} or {@code g}: a group of streams that make one picture
     * @param index of the stream among those of its type
     */
    record Stream(int input, char type, int index) implements Pad {
        @Override
        public String toString() {
            return "[%d:%c:%d]".formatted(input, type, index);
        }
    }

    /** A place inside the graph where one chain ends and another begins. */
    record Label(String name) implements Pad {

        public Label {
            if (!name.matches("[a-z0-9_]+")) {
                throw new IllegalArgumentException("label: '%s' (expected: [a-z0-9_]+)".formatted(name));
            }
        }

        @Override
        public String toString() {
            return "[" + name + "]";
        }
    }

    static Pad video(int input) {
        return new Stream(input, 'v', 0);
    }

    /** @param index of the stream among the input's pictures */
    static Pad video(int input, int index) {
        return new Stream(input, 'v', index);
    }

    /** The picture that the tiles of an input make together. */
    static Pad tiles(int input) {
        return new Stream(input, 'g', 0);
    }

    static Pad audio(int input) {
        return new Stream(input, 'a', 0);
    }

    static Label label(String name) {
        return new Label(name);
    }
}
