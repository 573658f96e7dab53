package io.moneyprinter.tts.provider.neural.install;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.tts.TtsErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Installs what the catalogue offers. A voice is there with all its files or not at all. */
public final class VoiceInstaller {

    private static final String ARRIVING = ".arriving";

    private final Path directory;
    private final Path catalogue;
    private final Duration silence;

    /**
     * @param directory of voices; made when it is needed
     * @param catalogue the file that says what can be installed
     * @param silence the longest wait for the next bytes
     */
    public VoiceInstaller(Path directory, Path catalogue, Duration silence) {
        this.directory = directory;
        this.catalogue = catalogue;
        this.silence = silence;
    }

    public Path catalogue() {
        return catalogue;
    }

    /** @throws CodedException if the catalogue cannot be read */
    public List<VoiceOffer> offers() {
        return Catalogue.read(catalogue).voices();
    }

    /** @throws CodedException {@code VOICE_UNKNOWN} */
    public VoiceOffer offer(String name) {
        var offers = offers();
        return offers.stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CodedException(
                        TtsErrorCode.VOICE_UNKNOWN,
                        "%s offers no voice '%s' (it offers: %s)."
                                .formatted(
                                        catalogue,
                                        name,
                                        offers.stream().map(VoiceOffer::name).collect(Collectors.joining(", ")))));
    }

    /**
     * Returns when the voice can speak.
     *
     * @param progress told how many bytes of all are there
     * @throws CodedException {@code VOICE_DOWNLOAD_FAILED} or {@code VOICE_DOWNLOAD_REFUSED}
     */
    public void install(VoiceOffer offer, LongConsumer progress) {
        try {
            var arriving = Files.createDirectories(directory.resolve(ARRIVING));
            try (var lock = FileChannel.open(
                            arriving.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var download = new Download(silence)) {
                if (!isMine(lock)) {
                    throw new CodedException(
                            TtsErrorCode.VOICE_DOWNLOAD_FAILED, "Another installation is under way; wait for it.");
                }
                var before = 0L;
                for (var file : offer.files()) {
                    var done = before;
                    if (!isThere(file)) {
                        bring(file, part(file), download, bytes -> progress.accept(done + bytes));
                    }
                    before += file.bytes();
                    progress.accept(before);
                }
                putInPlace(offer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot install the voice " + offer.name(), e);
        }
    }

    private static boolean isMine(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private boolean isThere(VoiceFile file) throws IOException {
        var target = directory.resolve(file.path());
        return Files.isRegularFile(target)
                && Files.size(target) == file.bytes()
                && Digests.ofFile(target).equals(file.sha256());
    }

    private Path part(VoiceFile file) {
        return directory.resolve(ARRIVING).resolve(file.sha256());
    }

    private static void bring(VoiceFile file, Path part, Download download, LongConsumer progress) throws IOException {
        try {
            download.fetch(file, part, progress);
        } catch (CodedException e) {
            if (e.code() == TtsErrorCode.VOICE_DOWNLOAD_REFUSED) {
                Files.deleteIfExists(part);
            }
            throw e;
        }
    }

    /** The model comes last: until then nobody looks for the rest. */
    private void putInPlace(VoiceOffer offer) throws IOException {
        var files = offer.files().stream()
                .sorted(Comparator.comparing(file -> file.path().endsWith(".onnx")))
                .toList();
        for (var file : files) {
            var part = part(file);
            if (Files.exists(part)) {
                var target = directory.resolve(file.path());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
