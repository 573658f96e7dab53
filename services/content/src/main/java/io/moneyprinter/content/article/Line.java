package io.moneyprinter.content.article;

import com.ibm.icu.lang.UCharacter;
import io.moneyprinter.language.Language;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sentence of an article, and what is to be known of it before it is chosen.
 *
 * @param words as long as these take to say
 * @param paragraph number of its paragraph among all
 * @param isInLead whether it stands in the first paragraph of its text that has a sentence
 * @param isFirst whether its paragraph begins with it
 * @param isItem whether its paragraph is an item of a list
 * @param isLast whether its paragraph ends with it
 * @param isFirstOfSource whether its text begins with it
 * @param leans whether it needs the one before
 * @param sayable whether a viewer could hear it at all
 */
record Line(
        String text,
        double words,
        int paragraph,
        boolean isInLead,
        boolean isFirst,
        boolean isItem,
        boolean isLast,
        boolean isFirstOfSource,
        boolean leans,
        boolean sayable) {

    static final double FEWEST_WORDS = 5;
    private static final double MOST_WORDS = 32;
    private static final double ANNOUNCES = 12;

    /** What pages say of themselves. */
    private static final Pattern ABOUT_THE_PAGE = Pattern.compile(
            "click here|subscribe|newsletter|sign up|log ?in|cookie|all rights"
                    + " reserved|©|copyright|advertis|sponsored|read more|follow us|share this|privacy policy|terms of"
                    + " (?:use|service)|photo(?:graph)?(?: credit)?:|image:|related articles?|this article|abonnier|hier"
                    + " klicken|weiterlesen|lesen sie auch|datenschutz|diese seite|foto:|abonnez|cliquez ici|lire la"
                    + " suite|lire aussi|suscríb|haz clic|leer más|lee también|iscriviti|clicca qui|leggi"
                    + " anche|inscreva-se|clique aqui|leia também|подписывайтесь|читайте"
                    + " также|点击|订阅|扫码|关注我们|责任编辑|本报记者|登録は|続きを読む|اشترك|اقرأ أيض|تابعنا|सब्सक्राइब|यह भी पढ़ें|हमें फॉलो",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ADDRESS = Pattern.compile("https?://|www\\.|\\S@\\S+\\.\\p{L}");
    private static final Pattern ENDED = Pattern.compile(".*[.!?。！？।؟۔።։។။][\"'”’»›」』）)\\]]*", Pattern.DOTALL);
    private static final Pattern ASKS = Pattern.compile(".*[?？؟][\"”»」』]?", Pattern.DOTALL);

    private static final Pattern STRIKING = Pattern.compile(
            "\\p{Nd}|\\b(?:most|largest|biggest|smallest|fastest|oldest|deepest|highest|first|only|never|half|twice|million|billion|"
                    + "größte\\w*|älteste\\w*|erste\\w*|meisten|niemals|millionen|milliarden|mayor|menor|primer\\w*|millones|nunca|première?|jamais|millions|plus"
                    + " grande?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "I" and "we" are somebody else when the article is read aloud. */
    private static final Pattern WRITER = Pattern.compile(
            "\\b(?:I|we|my|our|us|ich|wir|unser\\w*|mein\\w*|je|nous|notre|nos|yo|nosotros|nuestr\\w+|noi|nostr\\w+|nós|noss\\w+)\\b|我们|笔者|私たち|我々",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern QUOTED = Pattern.compile("^[\"“„«»「『‘'‚].*", Pattern.DOTALL);

    /** Languages that end sentences with a space or with nothing. */
    private static final Set<String> WITHOUT_FULL_STOPS = Set.of("th", "lo", "km", "my");

    private static final String OPENING = "([{（［「『《【“„«";
    private static final String CLOSING = ")]}）］」』》】”“»";

    /** Whether it can be the first that is heard. */
    boolean stands() {
        return !leans && !asks() && words >= FEWEST_WORDS;
    }

    /** Whether it wants the next one. */
    boolean opens() {
        return asks() || text.endsWith(":") || announces();
    }

    /** A short first sentence says what the others tell. */
    private boolean announces() {
        return isFirst && !isLast && !isItem && words < ANNOUNCES && !text.matches(".*\\p{Nd}.*");
    }

    private boolean asks() {
        return ASKS.matcher(text).matches();
    }

    boolean strikes() {
        return STRIKING.matcher(text).find();
    }

    double penalty() {
        return (asks() ? 0.3 : 0)
                + (words > MOST_WORDS ? 0.4 : 0)
                + (WRITER.matcher(text).find() ? 0.2 : 0)
                + (QUOTED.matcher(text).matches() ? 0.25 : 0);
    }

    /** Whether it is a sentence, whole and about its subject. */
    static boolean sayable(String text, Language language) {
        var letters = text.codePoints()
                .filter(point -> UCharacter.isLetter(point) || isMark(point))
                .count();
        return (ENDED.matcher(text).matches() || WITHOUT_FULL_STOPS.contains(language.code()))
                && !ABOUT_THE_PAGE.matcher(text).find()
                && !ADDRESS.matcher(text).find()
                && letters * 2 > text.codePointCount(0, text.length())
                && !text.endsWith("...")
                && isWhole(text);
    }

    /** In the scripts of India vowels are marks. */
    private static boolean isMark(int point) {
        var type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether every bracket and every quotation mark has its other half. */
    private static boolean isWhole(String text) {
        var depth = 0;
        var straight = 0;
        var quotes = 0;
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '"') {
                straight++;
            } else if ("“”„«»".indexOf(character) >= 0) {
                // Which of them opens depends on the language.
                quotes++;
            } else if (OPENING.indexOf(character) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(character) >= 0 && --depth < 0) {
                return false;
            }
        }
        return depth == 0 && straight % 2 == 0 && quotes % 2 == 0;
    }
}
