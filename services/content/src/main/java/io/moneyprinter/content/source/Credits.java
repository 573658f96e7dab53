package io.moneyprinter.content.source;

import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says under a video whose texts it was made of. */
public final class Credits {

    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("ar", "المصادر"),
            Map.entry("cs", "Zdroje"),
            Map.entry("da", "Kilder"),
            Map.entry("de", "Quellen"),
            Map.entry("es", "Fuentes"),
            Map.entry("fa", "منابع"),
            Map.entry("fr", "Sources"),
            Map.entry("hi", "स्रोत"),
            Map.entry("id", "Sumber"),
            Map.entry("it", "Fonti"),
            Map.entry("ja", "出典"),
            Map.entry("ko", "출처"),
            Map.entry("nb", "Kilder"),
            Map.entry("nl", "Bronnen"),
            Map.entry("pl", "Źródła"),
            Map.entry("pt", "Fontes"),
            Map.entry("ru", "Источники"),
            Map.entry("sv", "Källor"),
            Map.entry("tr", "Kaynaklar"),
            Map.entry("uk", "Джерела"),
            Map.entry("vi", "Nguồn"),
            Map.entry("zh", "资料来源"));

    private Credits() {}

    /** The same script with its citations, which its description names, too. */
    public static GeneratedContent add(GeneratedContent content, List<Citation> citations) {
        if (citations.isEmpty()) {
            return content;
        }
        var lines = new ArrayList<String>();
        lines.add(SOURCES.getOrDefault(new Language(content.language()).code(), "Sources") + ":");
        citations.forEach(citation -> lines.add("– " + citation.line()));
        return new GeneratedContent(
                content.script(),
                content.title(),
                content.description() + "\n\n" + String.join("\n", lines),
                content.keywords(),
                content.language(),
                content.estimatedDuration(),
                content.sections(),
                content.metadata(),
                citations);
    }
}
