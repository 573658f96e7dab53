package io.moneyprinter.tts.normalization;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one language says that ICU does not know: the names of symbols, how it tells the time and money, what its
 * abbreviations mean. Read from a file per language; a file per country says what differs there. For a language
 * without a file symbols are dropped rather than named in another language.
 */
final class Vocabulary {

    private final Properties properties = new Properties();

    private Vocabulary() {}

    static Vocabulary of(ULocale locale) {
        var vocabulary = new Vocabulary();
        vocabulary.read(locale.getLanguage());
        if (!locale.getCountry().isEmpty()) {
            vocabulary.read(locale.getLanguage() + "_" + locale.getCountry());
        }
        return vocabulary;
    }

    private void read(String name) {
        // Tags come from requests, and name files.
        if (!name.matches("[a-z]{2,3}(_[A-Z0-9]{2,3})?")) {
            return;
        }
        try (var in = Vocabulary.class.getResourceAsStream(name + ".properties")) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the vocabulary of " + name, e);
        }
    }

    /** Empty where the language has none. */
    String word(String key) {
        return properties.getProperty(key, "");
    }

    @Nullable
    String find(String key) {
        return properties.getProperty(key);
    }

    boolean has(String key) {
        return properties.containsKey(key);
    }

    /** Entries of a list such as {@code a=b; c=d}, in that order. */
    Map<String, String> entries(String key) {
        var entries = new LinkedHashMap<String, String>();
        for (var entry : word(key).split(";")) {
            var parts = entry.split("=", 2);
            if (parts.length == 2) {
                entries.put(parts[0].strip(), parts[1].strip());
            }
        }
        return entries;
    }

    /** All whose key begins so, by the rest of the key. */
    Map<String, String> below(String prefix) {
        var found = new TreeMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), word(name));
            }
        }
        return found;
    }

    Set<String> words(String key) {
        return Set.copyOf(List.of(word(key).split(" ")));
    }

    Map<String, Noun> nouns(String key) {
        var nouns = new HashMap<String, Noun>();
        entries(key).forEach((name, written) -> nouns.put(name, Noun.parse(written)));
        return nouns;
    }
}
