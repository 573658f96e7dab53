package io.moneyprinter.tts.normalization;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;

/** What English says in its own way: years, money, ordinals, abbreviations and acronyms. */
final class EnglishRules {

    private static final String START = "(?<![\\p{L}\\p{N}])";
    private static final String END = "(?![\\p{L}\\p{N}])";
    private static final String MONTH = "(?<month>January|February|March|April|May|June|July|August|September|October"
            + "|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)";

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("Dr.", "Doctor"),
            Map.entry("Mr.", "Mister"),
            Map.entry("Mrs.", "Missis"),
            Map.entry("Ms.", "Miss"),
            Map.entry("Prof.", "Professor"),
            Map.entry("St.", "Saint"),
            Map.entry("Mt.", "Mount"),
            Map.entry("Jr.", "Junior"),
            Map.entry("Sr.", "Senior"),
            Map.entry("vs.", "versus"),
            Map.entry("e.g.", "for example"),
            Map.entry("i.e.", "that is"),
            Map.entry("etc.", "et cetera"),
            Map.entry("approx.", "approximately"),
            Map.entry("No.", "number"),
            Map.entry("Inc.", "Incorporated"),
            Map.entry("Ltd.", "Limited"));

    private static final Map<String, String> SYMBOLS = Map.of(
            "×",
            "times",
            "÷",
            "divided by",
            "<",
            "less than",
            ">",
            "greater than",
            "≈",
            "about",
            "~",
            "about",
            "≤",
            "at most",
            "≥",
            "at least",
            "→",
            "to");

    /** Capitals that are words, not letters to spell. */
    private static final Set<String> WORDS = Set.of(
            ("A I THE AND NOT ALL YOU BUT ONE TWO NEW NOW HOW WHY WHO OUT OFF TOO ITS HAS CAN DID GET GOT LET SEE SAY"
                            + " HER HIS HIM SHE OUR ANY FOR ARE WAS YES BIG BAD OLD TOP WAY DAY END TRY USE FUN WOW OH"
                            + " IN ON AT TO OF IS IT NO SO WE HE ME MY BE BY DO GO IF OR UP AN AS AM OK PIN SIM RAM"
                            + " ROM GIF BEE MAN SUN SEA ICE AIR BUY ASK RUN SET PUT")
                    .split(" "));

    private static final Set<String> SPELLED = Set.of("USB", "ISBN", "AIDS", "ASAP", "IMAX", "UEFA", "YMCA", "IEEE");

    private static final Map<String, String[]> COINS = Map.of(
            "USD", new String[] {"dollar", "dollars", "cent", "cents"},
            "EUR", new String[] {"euro", "euros", "cent", "cents"},
            "GBP", new String[] {"pound", "pounds", "penny", "pence"},
            "JPY", new String[] {"yen", "yen", "", ""},
            "CNY", new String[] {"yuan", "yuan", "", ""},
            "INR", new String[] {"rupee", "rupees", "paisa", "paise"},
            "KRW", new String[] {"won", "won", "", ""},
            "RUB", new String[] {"ruble", "rubles", "kopeck", "kopecks"},
            "CHF", new String[] {"franc", "francs", "cent", "cents"});

    private final Rules rules;
    private final Numbers numbers;

    EnglishRules(Rules rules) {
        this.rules = rules;
        numbers = rules.numbers;
    }

    /** Rules with numbers in them. */
    void add() {
        rules.add(START + MONTH + "\\h(?<day>\\d{1,2})(?:st|nd|rd|th)?" + END, (match, speaking) -> {
            speaking.say(month(match.group("month")), match.start(), match.end("month"));
            speaking.say(numbers.ordinal(Long.parseLong(match.group("day")), false), match.start("day"), match.end());
            return true;
        });
        rules.add(START + "(?<day>\\d{1,2})\\h" + MONTH + END, (match, speaking) -> {
            speaking.say(numbers.ordinal(Long.parseLong(match.group("day")), false), match.start(), match.end("day"));
            speaking.say(month(match.group("month")), match.start("month"), match.end());
            return true;
        });
        if (rules.locale.getCountry().isEmpty() || rules.locale.getCountry().equals("US")) {
            rules.add(
                    START + "(\\d{1,2})/(\\d{1,2})/(\\d{4})" + END,
                    (match, speaking) -> new DateRules(rules).date(match, speaking, "", 3, 1, 2));
        } else {
            rules.add(
                    START + "(\\d{1,2})/(\\d{1,2})/(\\d{4})" + END,
                    (match, speaking) -> new DateRules(rules).date(match, speaking, "", 3, 2, 1));
        }
        rules.add(
                START + "(?<h>[01]?\\d|2[0-3])(?::(?<m>[0-5]\\d))?\\h?(?<half>[ap])\\.?m\\b\\.?",
                (match, speaking) -> time(match, speaking, match.group("half").toUpperCase(Locale.ROOT) + " M"));
        rules.add(START + "(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)" + END, (match, speaking) -> time(match, speaking, ""));
        rules.add(START + "(\\d{1,4})(?:st|nd|rd|th)" + END, (match, speaking) -> {
            speaking.say(numbers.ordinal(Long.parseLong(match.group(1)), false), match.start(), match.end());
            return true;
        });
        rules.add(START + "['’]?(\\d{1,3}0)['’]?s" + END, (match, speaking) -> {
            var decade = Long.parseLong(match.group(1));
            var words = decade > 1000 ? numbers.year(decade) : numbers.cardinal(BigDecimal.valueOf(decade));
            speaking.say(
                    words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s",
                    match.start(),
                    match.end());
            return true;
        });
        rules.add(START + "(1/2|1/3|2/3|1/4|3/4|24/7|½|⅓|⅔|¼|¾)(?![\\p{N}/])", (match, speaking) -> {
            speaking.say(
                    switch (match.group(1)) {
                        case "1/2", "½" -> "one half";
                        case "1/3", "⅓" -> "one third";
                        case "2/3", "⅔" -> "two thirds";
                        case "1/4", "¼" -> "one quarter";
                        case "3/4", "¾" -> "three quarters";
                        default -> "twenty four seven";
                    },
                    match.start(),
                    match.end());
            return true;
        });
        // In this range the number is more often a count, unless the word before says otherwise.
        rules.add(
                "(?i:(?<=\\b(?:in|since|by|from|until|of|year|around|before|after|circa)\\h))(1[1-8]\\d\\d)" + END,
                (match, speaking) -> {
                    speaking.say(numbers.year(Long.parseLong(match.group(1))), match.start(), match.end());
                    return true;
                });
        // "2000 bees" is a count.
        rules.add(START + "((?:19|20)\\d\\d)(?=\\h(?:\\p{Ll}+s|people|men|women|children)\\b)", (match, speaking) -> {
            speaking.say(numbers.cardinal(new BigDecimal(match.group(1))), match.start(), match.end());
            return true;
        });
    }

    /** Rules about words. */
    void addWords() {
        rules.add(START + "(?:Dr|Mr|Mrs|Ms|Prof|St|Mt|Jr|Sr|vs|e\\.g|i\\.e|etc|approx|Inc|Ltd)\\.", this::abbreviation);
        rules.add(START + "No\\.(?=\\h?\\d)", this::abbreviation);
        rules.add(START + "(?:\\p{Lu}\\.){2,}", (match, speaking) -> {
            speaking.say(match.group().replace(".", " "), match.start(), match.end());
            return true;
        });
        rules.add(START + "(\\p{Lu}{2,5})(s?)(?![\\p{L}])", (match, speaking) -> {
            if (!isSpelled(match.group(1))) {
                return false;
            }
            var letters = String.join(" ", match.group(1).split(""));
            speaking.say(match.group(2).isEmpty() ? letters : letters + "s", match.start(), match.end());
            return true;
        });
        rules.add("[×÷<>≈~≤≥→]", (match, speaking) -> {
            speaking.say(SYMBOLS.getOrDefault(match.group(), ""), match.start(), match.end());
            return true;
        });
        rules.add(START + "#(?=\\d)", (match, speaking) -> {
            speaking.say("number", match.start(), match.end());
            return true;
        });
        rules.add(START + "#(?=\\p{L})", (match, speaking) -> {
            speaking.say("hashtag", match.start(), match.end());
            return true;
        });
    }

    /** "four dollars and fifty cents", "four point five million dollars". */
    static String money(Numbers numbers, BigDecimal amount, String code, String magnitude) {
        var coins = COINS.getOrDefault(code, new String[] {code, code, "", ""});
        if (!magnitude.isEmpty()) {
            var times = switch (magnitude) {
                case "k", "K" -> "thousand";
                case "m", "M" -> "million";
                case "bn", "B" -> "billion";
                default -> magnitude;
            };
            return "%s %s %s".formatted(numbers.cardinal(stripped(amount)), times, coins[1]);
        }
        var whole = amount.toBigInteger();
        var hundredths = amount.remainder(BigDecimal.ONE).movePointRight(2);
        if (hundredths.stripTrailingZeros().scale() > 0 || (hundredths.signum() != 0 && coins[2].isEmpty())) {
            return "%s %s".formatted(numbers.cardinal(amount), coins[1]);
        }
        var change = hundredths.intValue();
        var units = "%s %s"
                .formatted(
                        numbers.cardinal(new BigDecimal(whole)),
                        whole.equals(java.math.BigInteger.ONE) ? coins[0] : coins[1]);
        var cents = "%s %s".formatted(numbers.cardinal(BigDecimal.valueOf(change)), change == 1 ? coins[2] : coins[3]);
        if (change == 0) {
            return units;
        }
        return whole.signum() == 0 ? cents : units + " and " + cents;
    }

    private static BigDecimal stripped(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private boolean time(MatchResult match, Speaking speaking, String half) {
        var minutes = match.group("m") == null ? 0 : Integer.parseInt(match.group("m"));
        var hour = numbers.cardinal(new BigDecimal(match.group("h")));
        var past = minutes == 0
                ? half.isEmpty() ? "o'clock" : ""
                : (minutes < 10 ? "oh " : "") + numbers.cardinal(BigDecimal.valueOf(minutes));
        speaking.say("%s %s %s".formatted(hour, past, half).replaceAll(" +", " "), match.start(), match.end());
        return true;
    }

    private boolean abbreviation(MatchResult match, Speaking speaking) {
        var words = ABBREVIATIONS.get(match.group());
        if (words == null) {
            return false;
        }
        speaking.say(words, match.start(), match.end());
        return true;
    }

    private static boolean isSpelled(String capitals) {
        if (WORDS.contains(capitals)) {
            return false;
        }
        return capitals.length() <= 3 || SPELLED.contains(capitals) || !capitals.matches(".*[AEIOUY].*");
    }

    private static String month(String written) {
        var prefix = written.substring(0, 3);
        for (var month : java.time.Month.values()) {
            var name = month.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
            if (name.startsWith(prefix)) {
                return name;
            }
        }
        return written;
    }
}
