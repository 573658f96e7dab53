package io.moneyprinter.tts.normalization;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Money, percentages and measures. */
final class AmountRules {

    private static final Set<String> CODES = Set.of(
            "USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF", "KRW", "RUB", "PLN", "BRL", "TRY", "CAD", "AUD", "MXN",
            "SEK", "NOK", "DKK", "CZK", "HUF", "UAH");

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("US$", "USD"),
            Map.entry("R$", "BRL"),
            Map.entry("$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("￥", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("₩", "KRW"),
            Map.entry("₽", "RUB"),
            Map.entry("₺", "TRY"),
            Map.entry("₴", "UAH"),
            Map.entry("₪", "ILS"),
            Map.entry("₫", "VND"),
            Map.entry("฿", "THB"));

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

    private final Rules rules;
    private final Numbers numbers;
    private final Vocabulary vocabulary;
    private final Map<String, String> symbols = new HashMap<>(SYMBOLS);
    private final Map<String, String> units = new HashMap<>(UNITS);
    private final Map<String, String> magnitudes;
    private final Map<String, Noun> currencies;
    private final Map<String, Noun> coins;
    private final String range;

    AmountRules(Rules rules) {
        this.rules = rules;
        numbers = rules.numbers;
        vocabulary = rules.vocabulary;
        symbols.putAll(vocabulary.entries("symbols"));
        units.putAll(vocabulary.entries("units"));
        magnitudes = vocabulary.entries("magnitudes");
        currencies = vocabulary.nouns("currencies");
        coins = vocabulary.nouns("coins");
        range = vocabulary.has("to") ? "(?:(?<from>" + rules.number + ")\\h?[–—〜～-]\\h?)?" : "(?<from>(?!))?";
    }

    void add() {
        money();
        percent();
        rules.add(
                Rules.SIGN + Rules.NO_WORD_BEFORE + range + "(?<num>" + rules.number + ")(?<gap>\\h?)(?<unit>"
                        + any(units.keySet()) + ")" + Rules.NO_WORD_AFTER + "(?![²³/°])",
                (match, speaking) -> measure(
                        match,
                        speaking,
                        MeasureUnit.forIdentifier(Objects.requireNonNull(units.get(match.group("unit"))))));
    }

    private static String any(Set<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(word -> -word.length()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private void money() {
        var currency =
                "(?<cur>" + any(symbols.keySet()) + "|" + Rules.NO_WORD_BEFORE + any(CODES) + Rules.NO_WORD_AFTER + ")";
        var magnitude = rules.isEnglish()
                ? "(?<mag>\\h?(?:[kKmM]|bn|B)" + Rules.NO_WORD_AFTER + "|\\h(?:thousand|million|billion|trillion)\\b)?"
                : magnitudes.isEmpty()
                        ? "(?<mag>)"
                        : "(?<mag>\\h?" + any(magnitudes.keySet()) + Rules.NO_WORD_AFTER + ")?";
        rules.add(Rules.SIGN + currency + "\\h?(?<num>" + rules.number + ")" + magnitude, this::money);
        rules.add(
                Rules.SIGN + Rules.NO_WORD_BEFORE + "(?<num>" + rules.number + ")"
                        + (rules.isEnglish() ? "(?<mag>)" : magnitude) + "\\h?" + currency + "(?!\\p{L})",
                this::money);
    }

    private boolean money(MatchResult match, Speaking speaking) {
        var amount = numbers.parse(match.group("num"));
        if (amount == null) {
            return false;
        }
        var written = match.group("cur");
        var code = symbols.getOrDefault(written, written);
        var magnitude = match.group("mag") == null ? "" : match.group("mag").strip();
        var words = rules.isEnglish()
                ? EnglishRules.money(numbers, amount, code, magnitude)
                : money(amount, code, magnitudes.getOrDefault(magnitude, ""));
        speaking.say(negated(match, words), match.start(), match.end());
        return true;
    }

    private String money(BigDecimal amount, String code, String magnitude) {
        var name = currencies.get(code);
        if (name == null) {
            return magnitude.isEmpty()
                    ? numbers.measured(amount, Currency.getInstance(code))
                    : numbers.cardinal(amount) + " " + magnitude + " " + code;
        }
        if (!magnitude.isEmpty()) {
            return numbers.cardinal(amount) + " " + magnitude + " " + name.afterMagnitude();
        }
        var whole = new BigDecimal(amount.toBigInteger());
        var hundredths = amount.subtract(whole).movePointRight(2);
        var coin = coins.get(code);
        if (hundredths.signum() == 0) {
            return counted(whole, name);
        }
        if (hundredths.stripTrailingZeros().scale() <= 0 && coin != null && vocabulary.has("money")) {
            var small = hundredths.setScale(0);
            return whole.signum() == 0
                    ? counted(small, coin)
                    : MessageFormat.format(
                            vocabulary.word("money").replace("'", "''"),
                            counted(whole, name),
                            numbers.cardinal(small),
                            counted(small, coin));
        }
        return counted(amount.stripTrailingZeros(), name);
    }

    private String counted(BigDecimal number, Noun noun) {
        return rules.joined(numbers.counted(number, noun.feminine()), noun.after(number, numbers.plurals()));
    }

    private String negated(MatchResult match, String words) {
        return rules.negated(match.group("neg") != null, words);
    }

    private void percent() {
        if (vocabulary.has("percent.before")) {
            rules.add(
                    Rules.SIGN + "(?<from>(?!))?(?<unit>%)\\h?(?<num>" + rules.number + ")" + Rules.NO_WORD_AFTER,
                    this::percent);
        }
        rules.add(
                Rules.SIGN + Rules.NO_WORD_BEFORE + range + "(?<num>" + rules.number + ")(?<gap>\\h?)(?<unit>[%٪])",
                (match, speaking) -> vocabulary.has("percent")
                        ? percent(match, speaking)
                        : measure(match, speaking, MeasureUnit.PERCENT));
    }

    private boolean percent(MatchResult match, Speaking speaking) {
        var number = numbers.parse(match.group("num"));
        if (number == null) {
            return false;
        }
        var words = vocabulary.word("percent").formatted(numbers.cardinal(number));
        return ranged(match, negated(match, words), speaking);
    }

    /** Number and unit stay apart where they are two written words and are said in that order. */
    private boolean measure(MatchResult match, Speaking speaking, MeasureUnit unit) {
        var number = numbers.parse(match.group("num"));
        if (number == null) {
            return false;
        }
        var words = words(number, unit);
        var count = numbers.counted(number);
        if (match.group("from") == null && !match.group("gap").isEmpty() && words.startsWith(count + " ")) {
            speaking.say(negated(match, count), match.start(), match.end("num"));
            speaking.say(words.substring(count.length() + 1), match.start("unit"), match.end());
            return true;
        }
        return ranged(match, negated(match, words), speaking);
    }

    private String words(BigDecimal number, MeasureUnit unit) {
        var own = vocabulary.find("measure." + unit.getIdentifier());
        if (own != null) {
            return own.formatted(numbers.counted(number));
        }
        var words = numbers.measured(number, unit);
        return rules.withoutSpaces() ? words.replace(" ", "") : words;
    }

    private boolean ranged(MatchResult match, String words, Speaking speaking) {
        var from = from(match);
        if (match.group("from") != null && from == null) {
            return false;
        }
        if (from == null) {
            speaking.say(words, match.start(), match.end());
        } else {
            speaking.say(numbers.cardinal(from), match.start(), match.end("from"));
            speaking.say(rules.joined(vocabulary.word("to"), words), match.end("from"), match.end());
        }
        return true;
    }

    private @Nullable BigDecimal from(MatchResult match) {
        return match.group("from") == null ? null : numbers.parse(match.group("from"));
    }
}
