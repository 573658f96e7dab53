package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.document.DocumentFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text as the command line names it: by its address, or by its file. */
sealed interface Origin {

    /** A page, or a document of the web. */
    record Address(String url) implements Origin {}

    record Document(Path file) implements Origin {}

    record Text(Path file, String text) implements Origin {}

    /** @param option what a complaint names */
    static Origin of(String option, String named) {
        if (isAddress(named)) {
            return new Address(named);
        }
        var file = Path.of(named);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CodedException(
                    CommonErrorCode.FIELD_INVALID, "%s: there is no readable file %s".formatted(option, file));
        }
        return isDocument(file) ? new Document(file) : new Text(file, text(option, file));
    }

    static boolean isAddress(String named) {
        return named.regionMatches(true, 0, "https://", 0, 8) || named.regionMatches(true, 0, "http://", 0, 7);
    }

    private static boolean isDocument(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        var ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(DocumentFormat.values())
                .anyMatch(format -> format.extension().equals(ending));
    }

    private static String text(String option, Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new CodedException(
                    CommonErrorCode.FIELD_INVALID, "%s: %s is not text in UTF-8".formatted(option, file), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The file that the video may be named after. */
    default @Nullable Path named() {
        return switch (this) {
            case Address address -> null;
            case Document(var file) -> file;
            case Text(var file, var text) -> file;
        };
    }

    /** What the server is told; documents are given to it. */
    default Source source(Production production) {
        return switch (this) {
            case Address(var url) -> Source.ofUrl(url);
            case Document(var file) -> Source.ofAsset(production.upload(file).assetId());
            case Text(var file, var text) -> Source.ofText(text, null);
        };
    }
}
