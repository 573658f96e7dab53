package io.moneyprinter.content.moderation;

import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks for words that are listed in files, each for the texts of one language or of any. */
final class WordLists implements Moderator {

    private static final String PROPERTY = "moneyprinter.content.moderation.word-lists";

    private static final String ANY = "any";

    private final TreeMap<String, WordList> lists;

    /** @param lists by primary language subtag, or {@code any} */
    WordLists(Map<String, WordList> lists) {
        this.lists = new TreeMap<>(lists);
    }

    /** @throws IllegalArgumentException naming the file that cannot be used */
    static WordLists read(Map<String, Path> files) {
        var lists = new TreeMap<String, WordList>();
        files.forEach((language, file) -> {
            var before = lists.put(code(language), read(language, file));
            if (before != null) {
                throw wrong(language, "there are two for the same language (expected: one)", null);
            }
        });
        return new WordLists(lists);
    }

    private static String code(String language) {
        try {
            return language.equals(ANY) ? ANY : Language.parse(language, "").code();
        } catch (CodedException noTag) {
            throw wrong(language, "not a language (expected: any, or such as en or de)", noTag);
        }
    }

    private static WordList read(String language, Path file) {
        try {
            return WordList.of(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw wrong(language, "%s cannot be read (expected: a text file in UTF-8)".formatted(file), unreadable);
        } catch (IllegalArgumentException senseless) {
            throw wrong(language, "%s, %s".formatted(file, senseless.getMessage()), senseless);
        }
    }

    private static IllegalArgumentException wrong(String language, String detail, @Nullable Throwable cause) {
        return new IllegalArgumentException("%s.%s: %s".formatted(PROPERTY, language, detail), cause);
    }

    @Override
    public String description() {
        return "the word %s %s".formatted(lists.size() == 1 ? "list" : "lists", String.join(", ", lists.keySet()));
    }

    @Override
    public @Nullable Finding find(List<String> texts, @Nullable String language) {
        for (var i = 0; i < texts.size(); i++) {
            var match = find(texts.get(i), language);
            if (match != null) {
                return new Finding(i, List.of(match.category()), match.words());
            }
        }
        return null;
    }

    /** A text is also of the language that it seems to be of: somebody may say another one. */
    private WordList.@Nullable Match find(String text, @Nullable String language) {
        var languages = new HashSet<>(List.of(ANY, LanguageDetector.detect(text).code()));
        if (language != null) {
            languages.add(new Language(language).code());
        }
        var plain = PlainText.of(text);
        for (var list : lists.entrySet()) {
            var match = languages.contains(list.getKey()) ? list.getValue().find(plain) : null;
            if (match != null) {
                return match;
            }
        }
        return null;
    }
}
