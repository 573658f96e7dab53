package io.moneyprinter.materials.asset;

import io.moneyprinter.materials.intake.Corpus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files of cameras, which tell where they were made. No two have the same bytes. */
final class SecretFiles {

    /** What stands in both: of the picture in EXIF beside its place, and in XMP; of the film as its title. */
    static final String SECRET = "SECRET-PLACE";

    /** The place of the film. */
    static final String PLACE = "+48.8577";

    private SecretFiles() {}

    /** A JPEG with a place in its EXIF, 48x64 once it is upright. */
    static Path photo(Path directory) throws IOException {
        var photo = corpus("gps.jpg", directory);
        return Files.writeString(photo, UUID.randomUUID().toString(), StandardOpenOption.APPEND);
    }

    /** An MP4 of 160x90 with a place. */
    static Path film(Path directory) throws IOException {
        var film = corpus("geo.mp4", directory);
        var free = ("free" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        var box = ByteBuffer.allocate(4 + free.length).putInt(4 + free.length).put(free);
        return Files.write(film, box.array(), StandardOpenOption.APPEND);
    }

    private static Path corpus(String name, Path directory) throws IOException {
        for (var file : Corpus.all()) {
            if (file.name().equals(name)) {
                return file.in(directory);
            }
        }
        throw new AssertionError("no file " + name);
    }

    static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
