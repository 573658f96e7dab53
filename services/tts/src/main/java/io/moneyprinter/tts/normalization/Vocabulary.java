package io.moneyprinter.tts.normalization;

import com.ibm.icu.util.ULocale;
import java.util.Map;

/**
 * What symbols are called in one language.
 *
 * @param percent what ICU does not know: the word around the number, {@code %s}; empty where ICU does
 */
record Vocabulary(
        String and,
        String plus,
        String equal,
        String minus,
        String at,
        String dot,
        String slash,
        String dash,
        String to,
        String percent) {

    private static final Map<String, Vocabulary> BY_LANGUAGE = Map.ofEntries(
            Map.entry("en", of("and", "plus", "equals", "minus", "at", "dot", "slash", "dash", "to")),
            Map.entry("de", of("und", "plus", "gleich", "minus", "at", "Punkt", "Schrägstrich", "Strich", "bis")),
            Map.entry("fr", of("et", "plus", "égale", "moins", "arobase", "point", "barre", "tiret", "à")),
            Map.entry("es", of("y", "más", "igual a", "menos", "arroba", "punto", "barra", "guion", "a")),
            Map.entry("it", of("e", "più", "uguale", "meno", "chiocciola", "punto", "barra", "trattino", "a")),
            Map.entry("pt", of("e", "mais", "igual a", "menos", "arroba", "ponto", "barra", "traço", "a")),
            Map.entry("nl", of("en", "plus", "is", "min", "apenstaartje", "punt", "schuine streep", "streepje", "tot")),
            Map.entry("pl", of("i", "plus", "równa się", "minus", "małpa", "kropka", "ukośnik", "myślnik", "do")),
            Map.entry("ru", of("и", "плюс", "равно", "минус", "собака", "точка", "косая черта", "дефис", "до")),
            Map.entry("ar", of("و", "زائد", "يساوي", "ناقص", "آت", "نقطة", "شرطة مائلة", "شرطة", "إلى")),
            Map.entry("zh", of("和", "加", "等于", "负", "艾特", "点", "斜杠", "杠", "到").withPercent("百分之%s")),
            Map.entry("ja", of("と", "プラス", "イコール", "マイナス", "アット", "ドット", "スラッシュ", "ハイフン", "から")),
            Map.entry(
                    "ko",
                    of("그리고", "더하기", "는", "마이너스", "골뱅이", "점", "슬래시", "대시", "에서").withPercent("%s 퍼센트")),
            Map.entry(
                    "vi",
                    of("và", "cộng", "bằng", "âm", "a còng", "chấm", "gạch chéo", "gạch", "đến")
                            .withPercent("%s phần trăm")),
            Map.entry("hi", of("और", "प्लस", "बराबर", "माइनस", "ऐट", "डॉट", "स्लैश", "डैश", "से")),
            Map.entry("tr", of("ve", "artı", "eşittir", "eksi", "et", "nokta", "bölü", "tire", "ila")));

    /** For a language without a list symbols are dropped rather than named in another language. */
    private static final Vocabulary NONE = of("", "", "", "", "", "", "", "", "");

    static Vocabulary of(ULocale locale) {
        return BY_LANGUAGE.getOrDefault(locale.getLanguage(), NONE);
    }

    private static Vocabulary of(
            String and,
            String plus,
            String equal,
            String minus,
            String at,
            String dot,
            String slash,
            String dash,
            String to) {
        return new Vocabulary(and, plus, equal, minus, at, dot, slash, dash, to, "");
    }

    private Vocabulary withPercent(String form) {
        return new Vocabulary(and, plus, equal, minus, at, dot, slash, dash, to, form);
    }
}
