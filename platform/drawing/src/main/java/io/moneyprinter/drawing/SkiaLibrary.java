package io.moneyprinter.drawing;

import io.moneyprinter.natives.ElfLibrary;
import io.moneyprinter.natives.StubLibrary;
import io.moneyprinter.natives.UnpackedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads Skia. It is linked to OpenGL and fontconfig, which a server does not have and which we never call, and takes
 * FreeType from whatever fontconfig brings along: so stand-ins and a FreeType of our own are loaded first, always, and
 * the same text gives the same pixels everywhere.
 */
final class SkiaLibrary {

    private static final String SKIA = "io/github/humbleui/skija/linux/x64/";
    private static final String FREETYPE = "linux/x64/org/lwjgl/freetype/libfreetype.so";

    private static boolean loaded;

    private SkiaLibrary() {}

    /** A process loads a native library once, so only the first home counts. */
    static synchronized void load(Path home) {
        if (loaded) {
            return;
        }
        var loader = SkiaLibrary.class.getClassLoader();
        var target = home.toAbsolutePath().resolve(Path.of("natives", "skia-" + version(loader)));
        var directory = UnpackedDirectory.of(target, work -> fill(loader, work));
        for (var library : List.of("libfreetype.so", "libGL.so.1", "libEGL.so.1", "libfontconfig.so.1")) {
            System.load(directory.resolve(library).toString());
        }
        // Without this Skija unpacks to a predictable place in the shared temporary directory.
        System.setProperty("skija.library.path", directory.toString());
        loaded = true;
    }

    private static void fill(ClassLoader loader, Path work) throws IOException {
        UnpackedDirectory.copyResource(loader, FREETYPE, work.resolve("libfreetype.so"));
        var skia = work.resolve("libskija.so");
        UnpackedDirectory.copyResource(loader, SKIA + "libskija.so", skia);
        var library = ElfLibrary.of(skia);
        var machine = StubLibrary.Machine.current();
        for (var stub : List.of(
                new StubLibrary("libGL.so.1", library.imports("gl"), List.of()),
                new StubLibrary("libEGL.so.1", library.imports("egl"), List.of()),
                new StubLibrary("libfontconfig.so.1", library.imports("Fc"), List.of("libfreetype.so.6")))) {
            Files.write(work.resolve(stub.soname()), stub.image(machine));
        }
    }

    private static String version(ClassLoader loader) {
        try (var in = loader.getResourceAsStream(SKIA + "skija.version")) {
            if (in == null) {
                throw new IllegalStateException("no Skia for Linux x86-64 on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Skia's version", e);
        }
    }
}
