package io.moneyprinter.tts.provider.neural.install;

import java.net.URI;
import java.util.List;

/**
 * A voice that can be installed.
 *
 * @param language BCP 47
 * @param licence what one may do with it, in words
 * @param licenceUrl where all of it can be read
 */
public record VoiceOffer(String name, String language, String licence, URI licenceUrl, List<VoiceFile> files) {

    public VoiceOffer {
        if (name.isBlank() || language.isBlank() || licence.isBlank()) {
            throw new IllegalArgumentException("name, language, licence: '%s', '%s', '%s' (expected: none blank)"
                    .formatted(name, language, licence));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files: none (expected: at least one)");
        }
        files = List.copyOf(files);
    }

    public long bytes() {
        return files.stream().mapToLong(VoiceFile::bytes).sum();
    }
}
