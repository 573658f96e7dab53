package io.moneyprinter.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** The words of a language that tell nothing about the subject. Lucene's lists, with our own where it has none. */
public final class StopWords {

    private static final String LUCENE = "org/apache/lucene/analysis/";

    private static final Map<String, String> SNOWBALL = Map.ofEntries(
            Map.entry("da", "danish"),
            Map.entry("de", "german"),
            Map.entry("en", "english"),
            Map.entry("es", "spanish"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("hu", "hungarian"),
            Map.entry("it", "italian"),
            Map.entry("nb", "norwegian"),
            Map.entry("nl", "dutch"),
            Map.entry("no", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ru", "russian"),
            Map.entry("sv", "swedish"));

    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("ar", "ar"),
            Map.entry("bg", "bg"),
            Map.entry("bn", "bn"),
            Map.entry("ca", "ca"),
            Map.entry("cs", "cz"),
            Map.entry("el", "el"),
            Map.entry("et", "et"),
            Map.entry("fa", "fa"),
            Map.entry("hi", "hi"),
            Map.entry("id", "id"),
            Map.entry("lt", "lt"),
            Map.entry("lv", "lv"),
            Map.entry("ro", "ro"),
            Map.entry("ta", "ta"),
            Map.entry("te", "te"),
            Map.entry("th", "th"),
            Map.entry("tr", "tr"));

    private static final Properties OWN = Lists.read(StopWords.class, "stop-words.properties");
    private static final Map<String, Set<String>> CACHE = new ConcurrentHashMap<>();

    private StopWords() {}

    /** In lower case; empty for a language that we have no list of. */
    public static Set<String> of(Language language) {
        return CACHE.computeIfAbsent(language.code(), StopWords::load);
    }

    private static Set<String> load(String code) {
        var words = new HashSet<String>();
        if (SNOWBALL.containsKey(code)) {
            words.addAll(lucene("snowball/" + SNOWBALL.get(code) + "_stop.txt", true));
        } else if (LISTS.containsKey(code)) {
            words.addAll(lucene(LISTS.get(code) + "/stopwords.txt", false));
        }
        words.addAll(List.of(OWN.getProperty(code, "").split(" ")));
        words.remove("");
        return Set.copyOf(words);
    }

    private static Set<String> lucene(String name, boolean snowball) {
        try (var in = SnowballFilter.class.getClassLoader().getResourceAsStream(LUCENE + name)) {
            if (in == null) {
                throw new IllegalStateException("no stop words " + name);
            }
            var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            var list = snowball ? WordlistLoader.getSnowballWordSet(reader) : WordlistLoader.getWordSet(reader, "#");
            var words = new HashSet<String>();
            list.forEach(word -> words.add(new String((char[]) word)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read stop words " + name, e);
        }
    }
}
