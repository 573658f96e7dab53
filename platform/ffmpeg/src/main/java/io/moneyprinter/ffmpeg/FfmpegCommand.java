package io.moneyprinter.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One run of FFmpeg as a value: the same value is the same command line.
 *
 * @param global options that hold for the whole run
 */
public record FfmpegCommand(List<Option> global, List<Input> inputs, FilterGraph graph, List<Output> outputs) {

    public FfmpegCommand {
        global = List.copyOf(global);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("outputs: none (expected: at least one)");
        }
    }

    public static FfmpegCommand of(List<Input> inputs, FilterGraph graph, Output output) {
        return new FfmpegCommand(List.of(), inputs, graph, List.of(output));
    }

    /** A command without filters: one file to another. */
    public static FfmpegCommand of(Input input, Output output) {
        return of(List.of(input), FilterGraph.EMPTY, output);
    }

    public FfmpegCommand with(Option option) {
        var longer = new ArrayList<>(global);
        longer.add(option);
        return new FfmpegCommand(longer, inputs, graph, outputs);
    }

    /** The arguments after the program's name. */
    public List<String> arguments() {
        var arguments = new ArrayList<String>();
        add(arguments, global);
        for (var input : inputs) {
            add(arguments, input.options());
            arguments.add("-i");
            // Without the protocol a name such as concat:a|b would be syntax.
            arguments.add("file:" + input.file());
        }
        if (!graph.isEmpty()) {
            arguments.add("-filter_complex");
            arguments.add(graph.toString());
        }
        for (var output : outputs) {
            for (var map : output.maps()) {
                arguments.add("-map");
                arguments.add(
                        switch (map) {
                            case Pad.Label label -> label.toString();
                            case Pad.Stream stream ->
                                String.format(Locale.ROOT, "%d:%c:%d", stream.input(), stream.type(), stream.index());
                        });
            }
            add(arguments, output.options());
            arguments.add(output.file() == null ? "-" : "file:" + output.file());
        }
        return List.copyOf(arguments);
    }

    private static void add(List<String> arguments, List<Option> options) {
        for (var option : options) {
            arguments.add("-" + option.name());
            if (option.value() != null) {
                arguments.add(option.value());
            }
        }
    }

    /** One argument per line. */
    @Override
    public String toString() {
        return String.join("\n", arguments()) + "\n";
    }
}
