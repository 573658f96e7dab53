package io.moneyprinter.testing.edge;

import java.util.List;

/** Makes MP3 of 24 kHz, mono, 48 kbit/s, in which words sound when they should. */
@FunctionalInterface
public interface EdgeLarynx {

    /** Bytes of the right length that are no sound: enough where nobody decodes them. */
    EdgeLarynx DUMB = words -> new byte
            [Math.toIntExact(
                    words.isEmpty()
                            ? 0
                            : words.getLast().end().plus(EdgeWord.TAIL).toMillis() * 6)];

    byte[] mp3(List<EdgeWord> words);
}
