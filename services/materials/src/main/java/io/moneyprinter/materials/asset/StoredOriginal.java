package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A file as it came in, and where it is. The key leaves this package only to be handed out: nothing is made of originals.
 *
 * @param filename ends as the content does
 * @param mimeType as found in the bytes
 * @param fileSize in bytes
 * @param cameAt when it came in
 */
record StoredOriginal(ObjectKey key, String filename, String mimeType, long fileSize, Instant cameAt) {

    /**
     * A name that may be from elsewhere and promise anything; what is saved under it ends as its content does.
     *
     * @param extensions that fit the content, the usual one first
     */
    static String named(String name, List<String> extensions) {
        var dot = name.lastIndexOf('.');
        if (dot > 0 && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            return name;
        }
        return (name.isEmpty() ? "unnamed" : name) + "." + extensions.getFirst();
    }
}
