package io.moneyprinter.ffmpeg;

import io.moneyprinter.natives.ElfLibrary;
import io.moneyprinter.natives.ElfSymbol;
import io.moneyprinter.natives.StubLibrary;
import io.moneyprinter.natives.UnpackedDirectory;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The FFmpeg that comes as a library: unpacked once, complete or not at all. */
final class EmbeddedFfmpeg {

    private static final String ROOT = "org/bytedeco/ffmpeg/";
    private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private EmbeddedFfmpeg() {}

    static FfmpegBinaries unpack(Path home) {
        var platform = platform();
        var program = EmbeddedFfmpeg.class.getClassLoader().getResource(ROOT + platform + "/ffmpeg");
        if (program == null) {
            throw new CodedException(
                    FfmpegErrorCode.FFMPEG_UNAVAILABLE,
                    "no FFmpeg for %s comes with this program; configure one".formatted(platform));
        }
        var directory = home.toAbsolutePath().resolve(version() + "-" + platform);
        try {
            return checked(UnpackedDirectory.of(directory, target -> fill(target, program)));
        } catch (CodedException broken) {
            // Files may be incomplete after a power cut; what is unpacked anew and still does not run, never will.
            delete(directory);
            return checked(UnpackedDirectory.of(directory, target -> fill(target, program)));
        }
    }

    private static FfmpegBinaries checked(Path directory) {
        var variable = isMac() ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
        var binaries = new FfmpegBinaries(
                directory.resolve("ffmpeg"),
                directory.resolve("ffprobe"),
                "",
                Map.of(variable, directory.toString()),
                directory);
        return new FfmpegBinaries(
                binaries.ffmpeg(),
                binaries.ffprobe(),
                binaries.askVersion(),
                binaries.environment(),
                binaries.directory());
    }

    private static void fill(Path directory, URL program) throws IOException {
        copy(program, directory);
        if (!isMac()) {
            writeStubs(directory);
        }
    }

    private static void copy(URL program, Path directory) throws IOException {
        var connection = (JarURLConnection) program.openConnection();
        connection.setUseCaches(false);
        var folder =
                connection.getEntryName().substring(0, connection.getEntryName().lastIndexOf('/') + 1);
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().toList()) {
                var name = entry.getName();
                if (entry.isDirectory() || !name.startsWith(folder) || isUnused(name.substring(folder.length()))) {
                    continue;
                }
                var file = directory.resolve(name.substring(folder.length()));
                try (var in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                if (!file.toFile().setExecutable(true, true)) {
                    throw new IOException("cannot make %s executable".formatted(file));
                }
            }
        }
    }

    private static boolean isUnused(String file) {
        return file.contains("/") || file.startsWith("libjni") || file.endsWith(".properties");
    }

    /** The programs are linked to sound and window libraries of desktops, which servers do not have. */
    private static void writeStubs(Path directory) throws IOException {
        var devices = ElfLibrary.of(directory.resolve("libavdevice.so.62"));
        var xcb = new ArrayList<>(devices.imports("xcb_"));
        xcb.removeIf(symbol -> symbol.name().startsWith("xcb_shm_"));
        stub(directory, "libpulse.so.0", devices.imports("pa_"));
        stub(directory, "libasound.so.2", devices.imports("snd_"));
        stub(directory, "libxcb-shm.so.0", devices.imports("xcb_shm_"));
        stub(directory, "libxcb.so.1", xcb);
        stub(
                directory,
                "libudev.so.1",
                ElfLibrary.of(directory.resolve("libavutil.so.60")).imports("udev_"));
    }

    private static void stub(Path directory, String soname, List<ElfSymbol> symbols) throws IOException {
        var library = new StubLibrary(soname, symbols, List.of());
        Files.write(directory.resolve(soname), library.image(StubLibrary.Machine.current()));
    }

    private static String version() {
        try (var in = EmbeddedFfmpeg.class.getClassLoader().getResourceAsStream(VERSION)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + VERSION, e);
        }
    }

    private static String platform() {
        var arm = "aarch64".equals(System.getProperty("os.arch"));
        return (isMac() ? "macosx-" : "linux-") + (arm ? "arm64" : "x86_64") + "-gpl";
    }

    private static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
