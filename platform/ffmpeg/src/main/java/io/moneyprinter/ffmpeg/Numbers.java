package io.moneyprinter.ffmpeg;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as FFmpeg reads them: no exponent, no locale, no needless zeros. */
final class Numbers {

    /** A microsecond, the finest time FFmpeg's options know, and a millionth of everything else. */
    private static final int DIGITS = 6;

    private Numbers() {}

    static String plain(Object value) {
        return switch (value) {
            case Double number -> plain(BigDecimal.valueOf(number));
            case Float number -> plain(new BigDecimal(number.toString()));
            default -> value.toString();
        };
    }

    private static String plain(BigDecimal number) {
        var rounded = number.setScale(DIGITS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
