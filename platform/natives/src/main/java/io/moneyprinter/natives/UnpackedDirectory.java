package io.moneyprinter.natives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;

/**
 * A directory that is filled once and never changed: whoever comes first fills a directory beside it and renames it
 * into place, so that it is there whole or not at all, whatever is killed and however many processes try.
 */
public final class UnpackedDirectory {

    /** Puts the files in. */
    @FunctionalInterface
    public interface Filling {

        void fill(Path directory) throws IOException;
    }

    private UnpackedDirectory() {}

    /** Returns {@code target}, filled. */
    public static Path of(Path target, Filling filling) {
        if (Files.isDirectory(target)) {
            return target;
        }
        var name = String.valueOf(target.getFileName());
        var work = target.resolveSibling(name + ".incoming-" + UUID.randomUUID());
        try {
            Files.createDirectories(work);
            filling.fill(work);
            moveIntoPlace(work, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack into " + target, e);
        } finally {
            deleteRecursively(work);
        }
    }

    /** Copies a resource of the class path to a file. */
    public static void copyResource(ClassLoader loader, String resource, Path file) throws IOException {
        try (var in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource %s on the class path".formatted(resource));
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void moveIntoPlace(Path work, Path target) throws IOException {
        try {
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            // Another process was faster; its files are the same.
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static void deleteRecursively(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
