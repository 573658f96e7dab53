package io.moneyprinter.ffmpeg.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this machine could encode with, as far as its device files tell.
 *
 * @param nvidia whether an NVIDIA driver is loaded
 * @param renderNodes device files of GPUs under Linux
 */
public record Hardware(boolean nvidia, List<String> renderNodes) {

    public static final Hardware NONE = new Hardware(false, List.of());

    public Hardware {
        renderNodes = List.copyOf(renderNodes);
    }

    /** The hardware of this machine. Costs a look into {@code /dev}, no process. */
    public static Hardware here() {
        // The second is how Windows shows GPUs to Linux.
        var nvidia = Files.exists(Path.of("/dev/nvidiactl")) || Files.exists(Path.of("/dev/dxg"));
        return new Hardware(nvidia, renderNodes(Path.of("/dev/dri")));
    }

    static List<String> renderNodes(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("renderD"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            // A directory that may not be read has no device that may be opened.
            return List.of();
        }
    }
}
