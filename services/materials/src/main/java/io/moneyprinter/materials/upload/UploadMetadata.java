package io.moneyprinter.materials.upload;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about its file: words with values in Base64, of which {@code filename} and {@code sha256} are
 * used.
 *
 * @param header as it was sent, empty when it was not
 */
record UploadMetadata(String header) {

    private static final int LONGEST = 4_096;
    private static final String SHA256 = "[0-9a-fA-F]{64}";

    /** @throws CodedException {@code UPLOAD_REFUSED} */
    UploadMetadata {
        if (header.length() > LONGEST) {
            throw refused("it has %d characters (expected: at most %d)".formatted(header.length(), LONGEST));
        }
        var sha256 = values(header).get("sha256");
        if (sha256 != null && !sha256.matches(SHA256)) {
            throw refused("sha256 is no SHA-256 in hexadecimal");
        }
    }

    @Nullable
    String filename() {
        return values(header).get("filename");
    }

    @Nullable
    String sha256() {
        return values(header).get("sha256");
    }

    private static Map<String, String> values(String header) {
        var values = new HashMap<String, String>();
        if (header.isBlank()) {
            return values;
        }
        for (var pair : header.split(",", -1)) {
            var parts = pair.strip().split(" ", 2);
            try {
                var value = new String(
                        Base64.getDecoder().decode(parts.length < 2 ? "" : parts[1].strip()), StandardCharsets.UTF_8);
                if (parts[0].isEmpty() || values.put(parts[0], value) != null) {
                    throw refused("each word stands there once, before its value");
                }
            } catch (IllegalArgumentException e) {
                throw refused("the value of '%s' is not Base64".formatted(parts[0]));
            }
        }
        return values;
    }

    private static CodedException refused(String reason) {
        return new CodedException(MaterialsErrorCode.UPLOAD_REFUSED, "Upload-Metadata: " + reason);
    }
}
