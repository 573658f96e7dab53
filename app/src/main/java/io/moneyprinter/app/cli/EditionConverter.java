package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.content.Edition;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code ID}, or {@code ID@VERSION}. */
final class EditionConverter implements ITypeConverter<Edition> {

    private static final Pattern EDITION = Pattern.compile("([^@]+)(?:@([1-9][0-9]{0,8}))?");

    @Override
    public Edition convert(String value) {
        var named = EDITION.matcher(value);
        if (!named.matches()) {
            throw new TypeConversionException("'%s' (expected: an id, or an id@version)".formatted(value));
        }
        var version = named.group(2);
        return new Edition(named.group(1), version == null ? null : Integer.valueOf(version));
    }
}
