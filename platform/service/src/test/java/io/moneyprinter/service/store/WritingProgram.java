package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;

/** Stores objects without end; a test kills it. */
final class WritingProgram {

    static final int SIZE = 4 << 20;

    private WritingProgram() {}

    public static void main(String[] arguments) {
        var store = new LocalObjectStore(Path.of(arguments[0]), Clock.systemUTC());
        for (var i = 0; ; i++) {
            store.put(new ObjectKey("numbers/%s-%d.bin".formatted(arguments[1], i)), content(i));
            System.out.println("stored");
        }
    }

    static byte[] content(int number) {
        var content = new byte[SIZE];
        Arrays.fill(content, (byte) number);
        return content;
    }
}
