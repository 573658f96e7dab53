package io.moneyprinter.service.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked from the class path once per version. */
record PostgresBinaries(Path directory) {

    private static final String PREFIX = "bin-";

    /** Finds the programs below {@code parent} or unpacks them there. The caller keeps other processes away. */
    static PostgresBinaries unpackedBelow(Path parent) throws IOException {
        var directory = parent.resolve(PREFIX + version());
        if (!Files.isDirectory(directory)) {
            removeOthers(parent, directory);
            var unfinished = parent.resolve(PREFIX + "unfinished");
            unpack(unfinished);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(directory);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        try (var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive(), 1 << 16)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive names %s, outside of it".formatted(entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.resolveSibling("."));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (!entry.getName().endsWith(".a")) {
                    Files.createDirectories(path.resolveSibling("."));
                    Files.copy(archive, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name");
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var name = switch (processor) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> "none";
        };
        var archive = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (archive == null || !system.equals("Linux")) {
            throw new IOException("there is no PostgreSQL for %s on %s in this program; set moneyprinter.database.url"
                    .formatted(system, processor));
        }
        return archive;
    }

    private static String version() throws IOException {
        try (var in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        }
    }

    private static void removeOthers(Path parent, Path wanted) throws IOException {
        try (var others = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var other : others) {
                if (!other.equals(wanted)) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
        }
    }
}
