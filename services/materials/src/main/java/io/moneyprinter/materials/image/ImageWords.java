package io.moneyprinter.materials.image;

import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.materials.spi.ImagePrompt;
import java.util.stream.Collectors;

/** What a model is told of a sentence. */
final class ImageWords {

    private static final int MOST_TERMS = 3;

    /** Models cut longer texts, each at another place. */
    private static final int LONGEST_TEXT = 600;

    private static final int LONGEST_TITLE = 120;

    private ImageWords() {}

    /** @param attempt which of the pictures that can be made of the sentence, from 0: each has another seed */
    static ImagePrompt prompt(ShotRequest request, String style, String avoid, int attempt) {
        var terms = request.searchTerms().isEmpty() ? request.keywords() : request.searchTerms();
        var subject = terms.stream().limit(MOST_TERMS).collect(Collectors.joining(", "));
        var text = "%s%s“%s”, a sentence of a video called “%s”. No words, letters or logos in the picture."
                .formatted(
                        style.isBlank() ? "" : style.strip() + ". ",
                        subject.isEmpty() ? "It shows " : "It shows " + subject + ", for ",
                        shortened(request.text(), LONGEST_TEXT),
                        shortened(request.title(), LONGEST_TITLE));
        var seed = (int) Math.floorMod(request.seed() + 1_009L * request.index() + attempt, (long) Integer.MAX_VALUE);
        return new ImagePrompt(text, avoid, request.width(), request.height(), seed);
    }

    private static String shortened(String text, int longest) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= longest
                ? line
                : line.substring(
                                0, line.offsetByCodePoints(0, Math.min(longest, line.codePointCount(0, line.length()))))
                        + "…";
    }
}
