package io.moneyprinter.tts.provider.neural.install;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A file of a voice.
 *
 * @param path where it belongs, from the directory of voices
 * @param url where it is published
 * @param bytes its exact size
 * @param sha256 of what it holds, in lower-case hexadecimal
 */
public record VoiceFile(String path, URI url, long bytes, String sha256) {

    private static final long LARGEST = 4L << 30;
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+-]{0,99}";
    private static final Pattern PATH = Pattern.compile(NAME + "(?:/" + NAME + "){0,3}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public VoiceFile {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("path: %s (expected: a path within the directory)".formatted(path));
        }
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("url: %s (expected: http:// or https:// and a host)".formatted(url));
        }
        if (bytes < 1 || bytes > LARGEST) {
            throw new IllegalArgumentException("bytes: %d (expected: 1 to %d)".formatted(bytes, LARGEST));
        }
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256: %s (expected: 64 digits 0-9 a-f)".formatted(sha256));
        }
    }
}
