package io.moneyprinter.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command has to do with files, and with nothing else.
 *
 * @param reads files that exist
 * @param writes files, or directories where the names of the files are up to FFmpeg
 * @param gpu whether it talks to a graphics card
 */
record FileAccess(Set<Path> reads, Set<Path> writes, boolean gpu) {

    private static final Pattern GPU_ENCODER = Pattern.compile(".*_(nvenc|qsv|vaapi|amf|v4l2m2m|vulkan)");
    private static final Set<String> GPU_OPTIONS =
            Set.of("hwaccel", "hwaccel_device", "init_hw_device", "filter_hw_device", "vaapi_device", "qsv_device");

    /** Options that name a file to be written, or the start of its name. */
    private static final Set<String> WRITTEN = Set.of("passlogfile", "stats_file", "vstats_file");

    FileAccess {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    static FileAccess of(FfmpegCommand command) {
        var reads = new LinkedHashSet<Path>();
        for (var input : command.inputs()) {
            reads.add(input.file().toAbsolutePath());
            if (input.options().contains(Option.of("f", "concat"))) {
                reads.addAll(ConcatList.files(input.file().toAbsolutePath()));
            }
        }
        // Any option may name a file, such as a table of colours.
        everything(command)
                .flatMap(option -> Stream.ofNullable(option.value()))
                .filter(value -> value.startsWith("/"))
                .map(Path::of)
                .forEach(reads::add);

        var writes = new LinkedHashSet<Path>();
        for (var output : command.outputs()) {
            if (output.file() != null) {
                writes.add(target(output.file().toAbsolutePath()));
            }
        }
        everything(command)
                .filter(option -> WRITTEN.contains(option.name().replaceFirst(":.*", "")) && option.value() != null)
                .forEach(option -> writes.add(directory(Path.of(String.valueOf(option.value())))));
        reads.removeIf(file -> !Files.isRegularFile(file) || writes.contains(file));
        return new FileAccess(reads, writes, options(command).anyMatch(FileAccess::isOfGpu));
    }

    /** The output files, as far as they have names before the run. */
    static List<Path> outputs(FfmpegCommand command) {
        return command.outputs().stream()
                .flatMap(output -> Stream.ofNullable(output.file()))
                .map(Path::toAbsolutePath)
                .toList();
    }

    /** A name such as {@code %03d.png} is a pattern for many. */
    private static Path target(Path file) {
        return String.valueOf(file.getFileName()).contains("%") ? directory(file) : file;
    }

    private static Path directory(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private static boolean isOfGpu(Option option) {
        return GPU_OPTIONS.contains(option.name())
                || (option.name().startsWith("c:v")
                        && option.value() != null
                        && GPU_ENCODER.matcher(option.value()).matches());
    }

    private static Stream<Option> options(FfmpegCommand command) {
        return Stream.of(
                        command.global().stream(),
                        command.inputs().stream().flatMap(input -> input.options().stream()),
                        command.outputs().stream().flatMap(output -> output.options().stream()))
                .flatMap(options -> options);
    }

    private static Stream<Option> everything(FfmpegCommand command) {
        var filters = command.graph().chains().stream()
                .flatMap(chain -> chain.filters().stream())
                .flatMap(filter -> filter.options().stream());
        return Stream.concat(options(command), filters);
    }
}
