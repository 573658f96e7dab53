package io.moneyprinter.materials.embedding.onnx;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import io.moneyprinter.natives.UnpackedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Properties;

/**
 * The library of tokenizers that Hugging Face itself uses, unpacked once and loaded when it is first needed. The classes
 * of DJL around it would load it, too, but into the home of whoever starts this program, and they ask the network who
 * they run for; so only those are used that are the library's own functions.
 */
final class NativeTokenizers {

    private static final String ROOT = "native/lib/";

    private static boolean loaded;

    private NativeTokenizers() {}

    /**
     * The functions of the library.
     *
     * @param directory where it is unpacked
     * @throws UnsatisfiedLinkError where there is none for this machine
     */
    static synchronized TokenizersLibrary in(Path directory) {
        if (!loaded) {
            var platform = platform();
            var name = System.mapLibraryName("tokenizers");
            var loader = NativeTokenizers.class.getClassLoader();
            var resource = "%s%s/cpu/%s".formatted(ROOT, platform, name);
            if (loader.getResource(resource) == null) {
                throw new UnsatisfiedLinkError("there are no tokenizers for " + platform);
            }
            var unpacked = UnpackedDirectory.of(
                    directory.resolve("%s-%s".formatted(version(loader), platform)),
                    target -> unpack(loader, resource, target.resolve(name)));
            System.load(unpacked.resolve(name).toAbsolutePath().toString());
            loaded = true;
        }
        return TokenizersLibrary.LIB;
    }

    /** On the disk before it has its name: half a library would take the whole process down. */
    private static void unpack(ClassLoader loader, String resource, Path file) throws IOException {
        UnpackedDirectory.copyResource(loader, resource, file);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "%s-%s"
                .formatted(system.startsWith("mac") ? "osx" : system, machine.equals("amd64") ? "x86_64" : machine);
    }

    private static String version(ClassLoader loader) {
        try (var in = loader.getResourceAsStream(ROOT + "tokenizers.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the version of the tokenizers", e);
        }
    }
}
