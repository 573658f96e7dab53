package io.moneyprinter.tts.normalization;

import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said differently from how it is written in one language, in the order in which it is tried. */
final class Rules {

    /** Says the match, or returns false when it is not what it looked like. */
    @FunctionalInterface
    interface Saying {
        boolean say(MatchResult match, Speaking speaking);
    }

    record Rule(Pattern pattern, Saying saying) {}

    private static final String NUMBER = "\\p{Nd}+(?:[.,٫٬'’\\u00a0\\u202f]\\p{Nd}+)*";
    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}])";
    private static final String SIGN = "(?<neg>(?<![\\p{L}\\p{N})])[-−])?";

    private static final Map<String, String> CURRENCIES =
            Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY", "₹", "INR", "₩", "KRW", "₽", "RUB", "US$", "USD");
    private static final String CURRENCY =
            "(?:US\\$|[$€£¥₹₩₽]|" + NO_WORD_BEFORE + "(?:USD|EUR|GBP|JPY|CNY|INR|CHF)" + NO_WORD_AFTER + ")";

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("km", "kilometer"),
            Map.entry("m", "meter"),
            Map.entry("cm", "centimeter"),
            Map.entry("mm", "millimeter"),
            Map.entry("µm", "micrometer"),
            Map.entry("μm", "micrometer"),
            Map.entry("nm", "nanometer"),
            Map.entry("mi", "mile"),
            Map.entry("ft", "foot"),
            Map.entry("yd", "yard"),
            Map.entry("kg", "kilogram"),
            Map.entry("g", "gram"),
            Map.entry("mg", "milligram"),
            Map.entry("lb", "pound"),
            Map.entry("lbs", "pound"),
            Map.entry("oz", "ounce"),
            Map.entry("l", "liter"),
            Map.entry("L", "liter"),
            Map.entry("ml", "milliliter"),
            Map.entry("mL", "milliliter"),
            Map.entry("km/h", "kilometer-per-hour"),
            Map.entry("kph", "kilometer-per-hour"),
            Map.entry("mph", "mile-per-hour"),
            Map.entry("m/s", "meter-per-second"),
            Map.entry("°C", "celsius"),
            Map.entry("℃", "celsius"),
            Map.entry("°F", "fahrenheit"),
            Map.entry("°", "degree"),
            Map.entry("kB", "kilobyte"),
            Map.entry("KB", "kilobyte"),
            Map.entry("MB", "megabyte"),
            Map.entry("GB", "gigabyte"),
            Map.entry("TB", "terabyte"),
            Map.entry("Hz", "hertz"),
            Map.entry("kHz", "kilohertz"),
            Map.entry("MHz", "megahertz"),
            Map.entry("GHz", "gigahertz"),
            Map.entry("W", "watt"),
            Map.entry("kW", "kilowatt"),
            Map.entry("MW", "megawatt"),
            Map.entry("GW", "gigawatt"),
            Map.entry("kWh", "kilowatt-hour"),
            Map.entry("V", "volt"),
            Map.entry("min", "minute"),
            Map.entry("sec", "second"),
            Map.entry("s", "second"),
            Map.entry("ms", "millisecond"),
            Map.entry("h", "hour"),
            Map.entry("hrs", "hour"),
            Map.entry("ha", "hectare"),
            Map.entry("m²", "square-meter"),
            Map.entry("km²", "square-kilometer"),
            Map.entry("m³", "cubic-meter"),
            Map.entry("kcal", "kilocalorie"),
            Map.entry("px", "pixel"));

    private static final String UNIT = UNITS.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));

    final ULocale locale;
    final Numbers numbers;
    final Vocabulary vocabulary;
    private final List<Rule> rules = new ArrayList<>();

    Rules(ULocale locale) {
        this.locale = locale;
        numbers = new Numbers(locale);
        vocabulary = Vocabulary.of(locale);
        addresses();
        if (numbers.areKnown()) {
            if (isEnglish()) {
                new EnglishRules(this).add();
            }
            dates();
            times();
            money();
            measures();
            ordinals();
            plainNumbers();
        }
        if (isEnglish()) {
            new EnglishRules(this).addWords();
        }
    }

    List<Rule> all() {
        return rules;
    }

    boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    void add(String pattern, Saying saying) {
        rules.add(new Rule(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), saying));
    }

    private void addresses() {
        add(
                NO_WORD_BEFORE + "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
                (match, speaking) -> address(match.group(), match, speaking));
        add(
                NO_WORD_BEFORE + "(?:https?://|www\\.)[^\\s<>\"“”»]*[^\\s<>\"“”».,;:!?)\\]'’…]",
                (match, speaking) -> address(match.group(), match, speaking));
        add(
                NO_WORD_BEFORE
                        + "(?:[\\w-]+\\.)+(?:com|org|net|edu|gov|io|dev|app|ai|tv|info|de|fr|es|it|uk|eu|ch|at|cn|jp)"
                        + "(?:/[^\\s<>\"“”»]*[^\\s<>\"“”».,;:!?)\\]'’…])?(?![\\w@])",
                (match, speaking) -> address(match.group(), match, speaking));
    }

    private boolean address(String address, MatchResult match, Speaking speaking) {
        var bare = address.replaceFirst("^https?://", "")
                .replaceFirst("^www\\.(?=.)", "")
                .replaceFirst("[?#].*$", "");
        var words = new StringBuilder();
        for (var part : bare.replaceFirst("/$", "").splitWithDelimiters("[^\\p{L}\\p{N}]", -1)) {
            words.append(' ')
                    .append(
                            switch (part) {
                                case "." -> vocabulary.dot();
                                case "/" -> vocabulary.slash();
                                case "-", "_" -> vocabulary.dash();
                                case "@" -> vocabulary.at();
                                case "+" -> vocabulary.plus();
                                default -> part.matches("\\p{Nd}+") ? number(part) : letters(part);
                            });
        }
        speaking.say(words.toString().replaceAll(" +", " "), match.start(), match.end());
        return true;
    }

    private static String letters(String part) {
        return part.matches("[\\p{L}\\p{N}]+") ? part : " ";
    }

    private String number(String digits) {
        if (!numbers.areKnown()) {
            return digits;
        }
        return digits.length() > 4 || digits.startsWith("0")
                ? numbers.digits(digits)
                : numbers.cardinal(new BigDecimal(digits));
    }

    private void dates() {
        add(
                NO_WORD_BEFORE + "(\\d{4})-(\\d{2})-(\\d{2})" + NO_WORD_AFTER,
                (match, speaking) -> date(match, speaking, 1, 2, 3));
        if (!isEnglish()) {
            add(
                    NO_WORD_BEFORE + "(\\d{1,2})[./](\\d{1,2})[./](\\d{4})" + NO_WORD_AFTER,
                    (match, speaking) -> date(match, speaking, 3, 2, 1));
        }
    }

    /** Says a date the long way, with ICU's words for the month and ours for the numbers. */
    boolean date(MatchResult match, Speaking speaking, int year, int month, int day) {
        try {
            var date = java.time.LocalDate.of(
                    Integer.parseInt(match.group(year)),
                    Integer.parseInt(match.group(month)),
                    Integer.parseInt(match.group(day)));
            speaking.say(Dates.said(date, this), match.start(), match.end());
            return true;
        } catch (java.time.DateTimeException notADate) {
            return false;
        }
    }

    private void times() {
        var word = switch (locale.getLanguage()) {
            case "de" -> "Uhr";
            case "fr" -> "heures";
            case "nl" -> "uur";
            case "zh" -> "点";
            case "ja" -> "時";
            case "ko" -> "시";
            default -> "";
        };
        var minute = switch (locale.getLanguage()) {
            case "zh", "ja" -> "分";
            case "ko" -> "분";
            default -> "";
        };
        if (!isEnglish()) {
            add(
                    NO_WORD_BEFORE + "([01]?\\d|2[0-3]):([0-5]\\d)(?:\\h?(?:Uhr|uur))?" + NO_WORD_AFTER,
                    (match, speaking) -> {
                        var minutes = Integer.parseInt(match.group(2));
                        speaking.say(
                                join(
                                        numbers.counted(new BigDecimal(match.group(1))),
                                        word,
                                        minutes == 0 ? "" : numbers.cardinal(BigDecimal.valueOf(minutes)) + minute),
                                match.start(),
                                match.end());
                        return true;
                    });
        }
    }

    private static String join(String... words) {
        return java.util.Arrays.stream(words).filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
    }

    private void money() {
        add(
                SIGN + "(?<cur>" + CURRENCY + ")\\h?(?<num>" + NUMBER + ")(?<mag>\\h?(?:[kKmM]|bn|B)" + NO_WORD_AFTER
                        + "|\\h(?:thousand|million|billion|trillion)\\b)?",
                this::money);
        add(SIGN + NO_WORD_BEFORE + "(?<num>" + NUMBER + ")(?<mag>)\\h?(?<cur>" + CURRENCY + ")", this::money);
    }

    private boolean money(MatchResult match, Speaking speaking) {
        var amount = numbers.parse(match.group("num"));
        if (amount == null) {
            return false;
        }
        var written = match.group("cur");
        var code = written.equals("¥") && locale.getLanguage().equals("zh")
                ? "CNY"
                : CURRENCIES.getOrDefault(written, written);
        var magnitude = match.group("mag") == null ? "" : match.group("mag").strip();
        var words = isEnglish()
                ? EnglishRules.money(numbers, amount, code, magnitude)
                : magnitude.isEmpty()
                        ? numbers.measured(amount, com.ibm.icu.util.Currency.getInstance(code))
                        : numbers.measured(amount, com.ibm.icu.util.Currency.getInstance(code)) + " " + magnitude;
        speaking.say(negated(match, words), match.start(), match.end());
        return true;
    }

    private String negated(MatchResult match, String words) {
        return match.group("neg") == null ? words : vocabulary.minus() + " " + words;
    }

    private void measures() {
        add(SIGN + NO_WORD_BEFORE + "(?<num>" + NUMBER + ")(?<gap>\\h?)(?<unit>[%٪])", (match, speaking) -> {
            var form = vocabulary.percent();
            return form.isEmpty() ? measure(match, speaking, MeasureUnit.PERCENT) : percent(match, speaking, form);
        });
        add(
                SIGN + NO_WORD_BEFORE + "(?<num>" + NUMBER + ")(?<gap>\\h?)(?<unit>" + UNIT + ")" + NO_WORD_AFTER
                        + "(?![²³/°])",
                (match, speaking) -> measure(
                        match,
                        speaking,
                        MeasureUnit.forIdentifier(java.util.Objects.requireNonNull(UNITS.get(match.group("unit"))))));
    }

    private boolean percent(MatchResult match, Speaking speaking, String form) {
        var number = numbers.parse(match.group("num"));
        if (number == null) {
            return false;
        }
        speaking.say(form.formatted(negated(match, numbers.cardinal(number))), match.start(), match.end());
        return true;
    }

    /** Number and unit stay apart where they are two written words and are said in that order. */
    private boolean measure(MatchResult match, Speaking speaking, MeasureUnit unit) {
        var number = numbers.parse(match.group("num"));
        if (number == null) {
            return false;
        }
        var words = numbers.measured(number, unit);
        var count = numbers.counted(number);
        if (!match.group("gap").isEmpty() && words.startsWith(count + " ")) {
            speaking.say(negated(match, count), match.start(), match.end("num"));
            speaking.say(words.substring(count.length() + 1), match.start("unit"), match.end());
        } else {
            speaking.say(negated(match, words), match.start(), match.end());
        }
        return true;
    }

    private void ordinals() {
        var suffix = switch (locale.getLanguage()) {
            case "fr" -> "(?<m>er|ème|e)|(?<f>re|ère)";
            case "es", "it", "pt" -> "(?<m>º|°)|(?<f>ª)";
            default -> "";
        };
        if (!suffix.isEmpty()) {
            add(NO_WORD_BEFORE + "(\\d{1,4})\\.?(?:" + suffix + ")" + NO_WORD_AFTER, (match, speaking) -> {
                speaking.say(
                        numbers.ordinal(Long.parseLong(match.group(1)), match.group("f") != null),
                        match.start(),
                        match.end());
                return true;
            });
        }
        if (locale.getLanguage().equals("de")) {
            // A sentence that ends with a number is followed by a capital, too; only months are sure.
            add(NO_WORD_BEFORE + "(\\d{1,2})\\.(?=\\h+(?:" + Dates.months(locale) + "))", (match, speaking) -> {
                speaking.say(numbers.ordinal(Long.parseLong(match.group(1)), false) + "r", match.start(), match.end());
                return true;
            });
        }
    }

    private void plainNumbers() {
        add(
                NO_WORD_BEFORE + "(" + NUMBER + ")\\h?[–—-]\\h?(" + NUMBER + ")" + NO_WORD_AFTER + "(?![-–])",
                (match, speaking) -> {
                    var from = numbers.parse(match.group(1));
                    var to = numbers.parse(match.group(2));
                    if (from == null
                            || to == null
                            || from.compareTo(to) >= 0
                            || vocabulary.to().isEmpty()) {
                        return false;
                    }
                    speaking.say(said(from, match.group(1)), match.start(), match.end(1));
                    speaking.say(vocabulary.to() + " " + said(to, match.group(2)), match.end(1), match.end());
                    return true;
                });
        add(
                "(\\p{Nd}{4})(?=\\h?年)",
                (match, speaking) -> {
                    var year = numbers.parse(match.group(1));
                    if (year == null || year.scale() > 0) {
                        return false;
                    }
                    speaking.sayJoined(numbers.year(year.longValue()), match.start(), match.end());
                    return true;
                });
        add(SIGN + "(?<num>" + NUMBER + ")", (match, speaking) -> {
            var written = match.group("num");
            var number = numbers.parse(written);
            if (number != null) {
                speaking.say(negated(match, said(number, written)), match.start(), match.end());
                return true;
            }
            // Versions and the like: the numbers between the separators one by one.
            var words = new StringBuilder();
            for (var part : written.split("[^\\p{Nd}]")) {
                words.append(words.isEmpty() ? "" : " " + vocabulary.dot() + " ")
                        .append(number(part));
            }
            speaking.say(negated(match, words.toString()), match.start(), match.end());
            return true;
        });
    }

    private String said(BigDecimal number, String written) {
        var isCode = written.length() > 1 && written.matches("0\\p{Nd}+");
        if (isCode) {
            return numbers.digits(written);
        }
        return isYear(number, written) ? numbers.year(number.longValue()) : numbers.cardinal(number);
    }

    private static boolean isYear(BigDecimal number, String written) {
        return written.matches("\\p{Nd}{4}")
                && number.compareTo(BigDecimal.valueOf(1900)) >= 0
                && number.compareTo(BigDecimal.valueOf(2099)) <= 0;
    }
}
