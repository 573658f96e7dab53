package io.moneyprinter.natives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a 64-bit little-endian ELF shared object imports. Offsets are those of the System V ABI. */
public final class ElfLibrary {

    private static final int SECTION_DYNSYM = 11;
    private static final int SECTION_VERSYM = 0x6fffffff;
    private static final int SECTION_VERNEED = 0x6ffffffe;
    private static final int SYMBOL_SIZE = 24;

    private final ByteBuffer image;
    private int symbols;
    private int symbolCount;
    private int strings;
    private int versionIndexes;
    private int versionNeeds;
    private int versionNeedCount;

    private ElfLibrary(ByteBuffer image) {
        this.image = image;
        var headers = (int) image.getLong(40);
        int headerSize = image.getShort(58);
        int headerCount = image.getShort(60);
        for (var i = 0; i < headerCount; i++) {
            var header = headers + i * headerSize;
            var offset = (int) image.getLong(header + 24);
            switch (image.getInt(header + 4)) {
                case SECTION_DYNSYM -> {
                    symbols = offset;
                    symbolCount = (int) image.getLong(header + 32) / SYMBOL_SIZE;
                    var stringHeader = headers + image.getInt(header + 40) * headerSize;
                    strings = (int) image.getLong(stringHeader + 24);
                }
                case SECTION_VERSYM -> versionIndexes = offset;
                case SECTION_VERNEED -> {
                    versionNeeds = offset;
                    versionNeedCount = image.getInt(header + 44);
                }
                default -> {
                    // Other sections say nothing about imports.
                }
            }
        }
    }

    public static ElfLibrary of(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var image = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            if (image.limit() < 64 || image.getInt(0) != 0x464c457f || image.get(4) != 2 || image.get(5) != 1) {
                throw new IllegalArgumentException("%s: not a 64-bit little-endian ELF file".formatted(file));
            }
            return new ElfLibrary(image);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The undefined symbols whose names start with {@code prefix}. */
    public List<ElfSymbol> imports(String prefix) {
        var versions = versions();
        var found = new ArrayList<ElfSymbol>();
        for (var i = 1; i < symbolCount; i++) {
            var symbol = symbols + SYMBOL_SIZE * i;
            var defined = image.getShort(symbol + 6) != 0;
            var name = text(strings + image.getInt(symbol));
            if (!defined && name.startsWith(prefix)) {
                var index = versionIndexes == 0 ? 0 : image.getShort(versionIndexes + 2 * i) & 0x7fff;
                found.add(new ElfSymbol(name, versions.get(index)));
            }
        }
        return List.copyOf(found);
    }

    private Map<Integer, String> versions() {
        var versions = new HashMap<Integer, String>();
        var need = versionNeeds;
        for (var i = 0; i < versionNeedCount; i++) {
            var entry = need + image.getInt(need + 8);
            for (var j = 0; j < image.getShort(need + 2); j++) {
                versions.put((int) image.getShort(entry + 6), text(strings + image.getInt(entry + 8)));
                entry += image.getInt(entry + 12);
            }
            need += image.getInt(need + 12);
        }
        return versions;
    }

    private String text(int start) {
        var end = start;
        while (image.get(end) != 0) {
            end++;
        }
        var bytes = new byte[end - start];
        image.get(start, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
