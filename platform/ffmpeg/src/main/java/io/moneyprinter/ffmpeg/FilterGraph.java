package io.moneyprinter.ffmpeg;

import java.util.List;
import java.util.stream.Collectors;

/** Chains of filters that hang together by their pads. */
public record FilterGraph(List<Chain> chains) {

    public static final FilterGraph EMPTY = new FilterGraph(List.of());

    public FilterGraph {
        chains = List.copyOf(chains);
    }

    public boolean isEmpty() {
        return chains.isEmpty();
    }

    /** Filters in a row, from pads to pads. */
    public record Chain(List<Pad> inputs, List<Filter> filters, List<Pad> outputs) {

        public Chain {
            inputs = List.copyOf(inputs);
            filters = List.copyOf(filters);
            outputs = List.copyOf(outputs);
            if (filters.isEmpty()) {
                throw new IllegalArgumentException("chain: no filters (expected: at least one)");
            }
        }

        @Override
        public String toString() {
            return join(inputs, "") + join(filters, ",") + join(outputs, "");
        }

        private static String join(List<?> parts, String separator) {
            return parts.stream().map(Object::toString).collect(Collectors.joining(separator));
        }
    }

    /** One chain per line, which FFmpeg accepts. */
    @Override
    public String toString() {
        return chains.stream().map(Chain::toString).collect(Collectors.joining(";\n"));
    }
}
