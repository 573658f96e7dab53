package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of voices: which of them can be used, and what is wrong with the others. */
public final class VoiceShelf {

    private static final Logger LOG = LoggerFactory.getLogger(VoiceShelf.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+-]{0,59}");

    private final Path directory;
    private final Duration ttl;
    private final Clock clock;
    private Content content = new Content(List.of(), List.of());
    private @Nullable Instant believedUntil;

    VoiceShelf(Path directory, Duration ttl, Clock clock) {
        this.directory = directory;
        this.ttl = ttl;
        this.clock = clock;
    }

    private record Content(List<NeuralVoice> voices, List<String> broken) {

        Content {
            voices = List.copyOf(voices);
            broken = List.copyOf(broken);
        }
    }

    public Path directory() {
        return directory;
    }

    /** Those that can be used. */
    public List<Voice> usable() {
        return voices().stream().map(NeuralVoice::voice).toList();
    }

    /** What is wrong with the others: a sentence for each, with its file and what to do. */
    public List<String> broken() {
        return content().broken();
    }

    List<NeuralVoice> voices() {
        return content().voices();
    }

    private synchronized Content content() {
        var now = clock.instant();
        if (believedUntil == null || !now.isBefore(believedUntil)) {
            var found = find();
            if (!found.broken().equals(content.broken())) {
                found.broken().forEach(LOG::warn);
            }
            content = found;
            believedUntil = now.plus(ttl);
        }
        return content;
    }

    private Content find() {
        var voices = new ArrayList<NeuralVoice>();
        var broken = new ArrayList<String>();
        for (var entry : entries(broken)) {
            try {
                voices.addAll(read(entry, broken));
            } catch (CodedException e) {
                broken.add(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                broken.add("%s: it cannot be read (%s).".formatted(entry, e.getMessage()));
            }
        }
        return new Content(voices, broken);
    }

    private List<Path> entries(List<String> broken) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            broken.add("%s: it cannot be read (%s).".formatted(directory, e.getMessage()));
            return List.of();
        }
    }

    /** Whether it looks as if a voice were meant. */
    static boolean isCandidate(Path entry) {
        return name(entry).endsWith(PiperVoice.MODEL)
                || Files.isDirectory(entry) && !name(entry).startsWith(".") && KokoroVoice.isLayout(entry);
    }

    private static List<NeuralVoice> read(Path entry, List<String> broken) throws IOException {
        var name = name(entry);
        if (Files.isDirectory(entry)) {
            if (!KokoroVoice.isLayout(entry)) {
                return List.of();
            }
            checkName(entry, name);
            return KokoroVoice.read(entry, e -> broken.add(String.valueOf(e.getMessage())));
        }
        if (name.endsWith(PiperVoice.MODEL)) {
            checkName(entry, name.substring(0, name.length() - PiperVoice.MODEL.length()));
            return PiperVoice.read(entry);
        }
        if (name.endsWith(PiperVoice.DESCRIPTION)) {
            var model = entry.resolveSibling(name.substring(0, name.length() - ".json".length()));
            if (!Files.exists(model)) {
                throw BrokenVoice.of(model, "it is missing", "put the model beside its description, or take that away");
            }
        }
        return List.of();
    }

    private static void checkName(Path entry, String name) {
        if (!NAME.matcher(name).matches()) {
            throw BrokenVoice.of(
                    entry, "a voice cannot have this name", "use at most 60 letters, digits, '.', '_', '+' and '-'");
        }
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
