package io.moneyprinter.video.render;

import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import java.util.ArrayList;
import java.util.List;

/** A graph that grows: inputs and chains are numbered in the order in which they are added. */
final class Chains {

    private final List<Input> inputs = new ArrayList<>();
    private final List<Chain> chains = new ArrayList<>();
    private int labels;

    /** The picture of one more input. */
    Pad input(Input input) {
        inputs.add(input);
        return Pad.video(inputs.size() - 1);
    }

    /** The end of one more chain. */
    Pad chain(List<Pad> from, List<Filter> filters) {
        var end = label();
        chains.add(new Chain(from, filters, List.of(end)));
        return end;
    }

    Pad chain(Pad from, List<Filter> filters) {
        return chain(List.of(from), filters);
    }

    /** {@code count} copies of the same pictures. */
    List<Pad> split(Pad from, int count) {
        if (count == 1) {
            return List.of(from);
        }
        var ends = new ArrayList<Pad>();
        for (var i = 0; i < count; i++) {
            ends.add(label());
        }
        chains.add(new Chain(List.of(from), List.of(Filter.filter("split").with("outputs", count)), ends));
        return List.copyOf(ends);
    }

    List<Input> inputs() {
        return List.copyOf(inputs);
    }

    FilterGraph graph() {
        return new FilterGraph(chains);
    }

    private Pad label() {
        return Pad.label("v" + labels++);
    }
}
