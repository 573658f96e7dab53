package io.moneyprinter.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class StubLibraryTests {

    @TempDir
    Path directory;

    @Test
    void answersZeroToEveryCall() throws Throwable {
        var library = write(new StubLibrary(
                "libnothing.so.1",
                List.of(new ElfSymbol("nothing_open", "NOTHING_1"), new ElfSymbol("nothing_close", null)),
                List.of()));

        try (var arena = Arena.ofConfined()) {
            var lookup = SymbolLookup.libraryLookup(library, arena);
            var open = Linker.nativeLinker()
                    .downcallHandle(
                            lookup.find("nothing_open").orElseThrow(), FunctionDescriptor.of(ValueLayout.JAVA_INT));
            assertThat((int) open.invokeExact()).isZero();
            assertThat(lookup.find("nothing_close")).isPresent();
            assertThat(lookup.find("nothing_else")).isEmpty();
        }
    }

    @Test
    void readsTheImportsOfALibraryWithTheirVersions() {
        var jvm = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");

        var imports = ElfLibrary.of(jvm).imports("pthread_");

        assertThat(imports).extracting(ElfSymbol::name).contains("pthread_create");
        assertThat(imports).extracting(ElfSymbol::version).allMatch(version -> version.startsWith("GLIBC_"));
    }

    @Test
    void refusesAFileThatIsNotElf() throws Exception {
        var file = Files.writeString(directory.resolve("text.so"), "x".repeat(100));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ElfLibrary.of(file))
                .withMessageEndingWith("not a 64-bit little-endian ELF file");
    }

    private Path write(StubLibrary stub) throws Exception {
        return Files.write(directory.resolve(stub.soname()), stub.image(StubLibrary.Machine.current()));
    }
}
