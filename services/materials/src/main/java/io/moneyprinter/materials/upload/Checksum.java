package io.moneyprinter.materials.upload;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** What a piece has to add up to. */
final class Checksum {

    /** By their names in the protocol. */
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "SHA-256", "sha512", "SHA-512", "sha1", "SHA-1", "md5", "MD5");

    /** The best first. */
    static final String NAMES = "sha256,sha512,sha1,md5";

    private final MessageDigest digest;
    private final byte[] expected;

    private Checksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /**
     * Of a header such as {@code sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=}.
     *
     * @throws CodedException {@code UPLOAD_REFUSED}
     */
    static Checksum parse(String header) {
        var parts = header.strip().split(" ", 2);
        var algorithm = ALGORITHMS.get(parts[0]);
        if (algorithm == null || parts.length < 2) {
            throw refused("'%s' (expected: one of %s, and the checksum)".formatted(parts[0], NAMES));
        }
        try {
            return new Checksum(
                    MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(parts[1].strip()));
        } catch (IllegalArgumentException e) {
            throw refused("the checksum is not Base64");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    void update(byte[] bytes, int count) {
        digest.update(bytes, 0, count);
    }

    /** @throws CodedException {@code CHECKSUM_MISMATCH} */
    void check() {
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw new CodedException(
                    MaterialsErrorCode.CHECKSUM_MISMATCH,
                    "the piece has another checksum than the one that came with it");
        }
    }

    private static CodedException refused(String reason) {
        return new CodedException(MaterialsErrorCode.UPLOAD_REFUSED, "Upload-Checksum: " + reason);
    }
}
