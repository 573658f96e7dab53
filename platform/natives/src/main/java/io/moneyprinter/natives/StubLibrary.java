package io.moneyprinter.natives;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A shared object whose functions all return 0. It stands in for a system library that a native program is linked to
 * and that we never call: sound servers, displays, font configuration. So the program starts where the library is not
 * installed, and does the same where it is.
 *
 * @param soname the name under which others ask for it, such as {@code libpulse.so.0}
 * @param symbols the functions it defines, with their versions
 * @param needed sonames of libraries that it brings along
 */
public record StubLibrary(String soname, List<ElfSymbol> symbols, List<String> needed) {

    /** The instruction set of the stub's one function. */
    public enum Machine {
        X86_64((short) 62, new byte[] {0x31, (byte) 0xc0, (byte) 0xc3}), // xor eax, eax; ret
        AARCH64(
                (short) 183,
                new byte[] {0, 0, (byte) 0x80, (byte) 0xd2, (byte) 0xc0, 3, 0x5f, (byte) 0xd6}); // mov; ret

        private final short elf;
        private final byte[] returnZero;

        Machine(short elf, byte[] returnZero) {
            this.elf = elf;
            this.returnZero = returnZero;
        }

        /** This machine, as the JVM names it. */
        public static Machine current() {
            return "aarch64".equals(System.getProperty("os.arch")) ? AARCH64 : X86_64;
        }
    }

    private static final int ELF_HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SYMBOL = 24;
    private static final int VERSION_DEFINITION = 28;
    private static final int DYNAMIC_SIZE = 16 * 16;
    private static final int PAGE = 4096;

    public StubLibrary {
        symbols = List.copyOf(symbols);
        needed = List.copyOf(needed);
    }

    /** The file's bytes. */
    public byte[] image(Machine machine) {
        var strings = new Strings();
        strings.offset(soname);
        needed.forEach(strings::offset);
        var versions = versions();
        versions.forEach(strings::offset);
        symbols.forEach(symbol -> strings.offset(symbol.name()));

        var count = symbols.size() + 1;
        var definitions = versions.isEmpty() ? 0 : versions.size() + 1;
        var symbolsAt = ELF_HEADER + 4 * PROGRAM_HEADER;
        var hashAt = symbolsAt + SYMBOL * count;
        var versionIndexesAt = hashAt + 4 * (3 + count);
        var definitionsAt = align(versionIndexesAt + 2 * count, 8);
        var stringsAt = definitionsAt + VERSION_DEFINITION * definitions;
        var codeAt = align(stringsAt + strings.size(), 16);
        var textEnd = codeAt + 16;
        var dynamicAt = align(textEnd, PAGE);

        var image = ByteBuffer.allocate(dynamicAt + DYNAMIC_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        putHeaders(image, machine, textEnd, dynamicAt);
        putSymbols(image, symbolsAt, hashAt, codeAt, strings);
        putVersions(image, versionIndexesAt, definitionsAt, versions, strings);
        image.position(stringsAt).put(strings.bytes());
        image.position(codeAt).put(machine.returnZero);

        image.position(dynamicAt);
        needed.forEach(library -> putDynamic(image, 1, strings.offset(library)));
        putDynamic(image, 14, strings.offset(soname));
        putDynamic(image, 4, hashAt);
        putDynamic(image, 5, stringsAt);
        putDynamic(image, 6, symbolsAt);
        putDynamic(image, 10, strings.size());
        putDynamic(image, 11, SYMBOL);
        if (definitions > 0) {
            putDynamic(image, 0x6ffffff0L, versionIndexesAt);
            putDynamic(image, 0x6ffffffcL, definitionsAt);
            putDynamic(image, 0x6ffffffdL, definitions);
        }
        putDynamic(image, 0, 0);
        return image.array();
    }

    private List<String> versions() {
        var versions = new ArrayList<String>();
        for (var symbol : symbols) {
            var version = symbol.version();
            if (version != null && !versions.contains(version)) {
                versions.add(version);
            }
        }
        return versions;
    }

    private static void putHeaders(ByteBuffer image, Machine machine, int textEnd, int dynamicAt) {
        image.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        image.putShort((short) 3).putShort(machine.elf).putInt(1); // a shared object, ELF version 1
        image.putLong(0).putLong(ELF_HEADER).putLong(0).putInt(0);
        image.putShort((short) ELF_HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 4);
        image.putShort((short) 64).putShort((short) 0).putShort((short) 0); // no section headers
        putSegment(image, 1, 5, 0, textEnd, PAGE); // PT_LOAD, read and execute
        putSegment(image, 1, 6, dynamicAt, DYNAMIC_SIZE, PAGE); // PT_LOAD, read and write
        putSegment(image, 2, 6, dynamicAt, DYNAMIC_SIZE, 8); // PT_DYNAMIC
        putSegment(image, 0x6474e551, 6, 0, 0, 16); // PT_GNU_STACK: without it glibc asks for an executable stack
    }

    private static void putSegment(ByteBuffer image, int type, int flags, long offset, long size, long alignment) {
        image.putInt(type).putInt(flags).putLong(offset).putLong(offset).putLong(offset);
        image.putLong(size).putLong(size).putLong(alignment);
    }

    /** All symbols are global functions at the same address, chained in one hash bucket. */
    private void putSymbols(ByteBuffer image, int symbolsAt, int hashAt, int codeAt, Strings strings) {
        image.position(symbolsAt + SYMBOL);
        for (var symbol : symbols) {
            image.putInt(strings.offset(symbol.name()))
                    .put((byte) 0x12)
                    .put((byte) 0)
                    .putShort((short) 7);
            image.putLong(codeAt).putLong(8);
        }
        var count = symbols.size() + 1;
        image.position(hashAt).putInt(1).putInt(count).putInt(count > 1 ? 1 : 0).putInt(0);
        for (var i = 1; i < count; i++) {
            image.putInt(i + 1 < count ? i + 1 : 0);
        }
    }

    private void putVersions(
            ByteBuffer image, int indexesAt, int definitionsAt, List<String> versions, Strings strings) {
        image.position(indexesAt).putShort((short) 0);
        for (var symbol : symbols) {
            var version = symbol.version();
            image.putShort((short) (version == null ? 1 : versions.indexOf(version) + 2));
        }
        image.position(definitionsAt);
        for (var i = 0; i <= versions.size() && !versions.isEmpty(); i++) {
            var name = i == 0 ? soname : versions.get(i - 1);
            image.putShort((short) 1).putShort((short) (i == 0 ? 1 : 0)).putShort((short) (i + 1));
            image.putShort((short) 1).putInt(hash(name)).putInt(20);
            image.putInt(i < versions.size() ? VERSION_DEFINITION : 0)
                    .putInt(strings.offset(name))
                    .putInt(0);
        }
    }

    private static void putDynamic(ByteBuffer image, long tag, long value) {
        image.putLong(tag).putLong(value);
    }

    /** The hash of the System V ABI. */
    private static int hash(String name) {
        var hash = 0L;
        for (var c : name.toCharArray()) {
            hash = (hash << 4) + c;
            var high = hash & 0xf0000000L;
            hash = (hash ^ high >>> 24) & ~high;
        }
        return (int) hash;
    }

    private static int align(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    /** A string table: every string once, ended by a zero byte. */
    private static final class Strings {

        private final ByteArrayOutputStream table = new ByteArrayOutputStream();
        private final Map<String, Integer> offsets = new HashMap<>();

        Strings() {
            table.write(0);
        }

        int offset(String text) {
            return offsets.computeIfAbsent(text, this::append);
        }

        private int append(String text) {
            var offset = table.size();
            table.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            table.write(0);
            return offset;
        }

        int size() {
            return table.size();
        }

        byte[] bytes() {
            return table.toByteArray();
        }
    }
}
