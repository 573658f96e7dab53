package io.moneyprinter.content.source;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a paragraph what is written for the eye: marks of notes, references, how a name is pronounced. */
final class Tidy {

    private static final List<Pattern> SILENT = List.of(
            // [1], [a], [note 3], [edit], [citation needed]
            Pattern.compile(
                    "[\\[【](?:\\d{1,3}(?:[,–-]"
                            + " ?\\d{1,3})*|[a-z]|(?:note|n\\.|nb|anm\\.|nota|注)\\s?\\d{1,3}|edit|citation"
                            + " needed|clarification needed|when\\?|who\\?|bearbeiten(?: \\| quelltext"
                            + " bearbeiten)?|modifier(?: \\| modifier le code)?|editar|编辑|来源请求|需要引用|要出典|править|عدل|بحاجة"
                            + " لمصدر|संपादित करें|उद्धरण चाहिए)[\\]】]",
                    Pattern.CASE_INSENSITIVE),
            // A raised number after a word or a full stop is a note; after a unit it is a power.
            Pattern.compile("(?<=[\\p{L}]{4}|[.,;:!?”\"’»)])[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}(?![\\p{L}\\p{N}])"),
            // (/ˈlaɪkən/ LY-kən)
            Pattern.compile("\\s?[(（][^()（）]{0,120}(?:[ˈˌ]|/[^/()]{2,40}/)[^()（）]{0,120}[)）]"),
            // (Smith et al., 2019; Lee 2020)
            Pattern.compile("\\s?\\((?:(?:see|vgl\\.|cf\\.|siehe|voir|véase)\\s)?\\p{Lu}[\\p{L}’'-]+(?:\\s(?:et"
                    + " al\\.?|and|&|und|y|et)\\s?"
                    + "(?:\\p{Lu}[\\p{L}’'-]+)?)?,?\\s(?:19|20)\\d\\d[a-z]?(?:[;,][^()]{0,100})?\\)"),
            // (see Figure 2)
            Pattern.compile(
                    "\\s?\\((?:(?:see|cf\\.|siehe|s\\.|vgl\\.|voir|véase|ver)\\s)?(?:also\\s)?(?:fig\\.?|figures?|tables?|"
                            + "sections?|chapters?|abb\\.|abbildung|tabelle|abschnitt|kapitel|tableau|figura|tabla)\\s?\\d[^()]{0,40}\\)",
                    Pattern.CASE_INSENSITIVE),
            // What a link said that is gone now.
            Pattern.compile("\\s?(?:\\(\\s*[,;]*\\s*\\)|（\\s*）|\\[\\s*])"));

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2028\\u2029\\u200b]+");
    private static final Pattern SPACE_BEFORE = Pattern.compile("\\s+(?=[,.](?:\\s|$))");

    private static final List<Pattern> DATELINES = List.of(
            Pattern.compile(
                    "^(?:\\p{Lu}[\\p{L}\\p{Nd}"
                            + " .,'/-]{2,40}\\s)?\\((?:Reuters|AP|AFP|dpa|EFE|ANSA|Xinhua|\\p{Lu}{2,6})(?:/[\\p{L}]+)?\\)\\s?[—–-]+\\s"),
            Pattern.compile("^\\p{Lu}{3,}[\\p{Lu} .,'-]{0,40}(?:,\\s\\p{L}{3,9}\\.?\\s\\d{1,2})?\\s[—–]\\s"),
            Pattern.compile("^(?:新华社|中新社|中新网|本报|人民网)\\S{0,24}?电\\s*(?:[（(][^）)]{0,30}[）)])?[，,]?\\s*"));

    private Tidy() {}

    static String text(String paragraph) {
        var text = paragraph;
        for (var silent : SILENT) {
            text = silent.matcher(text).replaceAll("");
        }
        return SPACE_BEFORE
                .matcher(SPACE.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    /** News begin with where they come from, which nobody says. */
    static String withoutDateline(String paragraph) {
        for (var dateline : DATELINES) {
            var rest = dateline.matcher(paragraph).replaceFirst("");
            if (rest.length() < paragraph.length() && !rest.isBlank()) {
                return rest;
            }
        }
        return paragraph;
    }
}
