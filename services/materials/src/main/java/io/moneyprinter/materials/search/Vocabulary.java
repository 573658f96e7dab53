package io.moneyprinter.materials.search;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.words.Forms;
import io.moneyprinter.materials.words.SearchWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words that somebody's files are found by. */
@Component
class Vocabulary {

    private static final int MOST_ENDINGS = 12;
    /** Most of what has a beginning in common with a word is another one. */
    private static final int MOST_FORMS = 50;

    private static final int MOST_ALIKE = 12;

    /** Shorter ones are alike by chance. */
    private static final int SHORTEST_MISTYPED = 3;

    private static final int SHORT = 5;

    private final JdbcClient jdbc;

    Vocabulary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A word that was looked for.
     *
     * @param known words of files that it may stand for; none when there is nothing like it
     * @param mistyped whether it is none of them
     */
    record Term(String word, List<String> known, boolean mistyped) {}

    /** @param open whether the last word may not be typed to its end */
    List<Term> terms(UserId owner, List<String> words, boolean open) {
        var counts = counts(owner, words);
        var terms = new ArrayList<Term>();
        for (var word : new LinkedHashSet<>(words)) {
            var known = new LinkedHashSet<String>();
            if (counts.containsKey(word)) {
                known.add(word);
            }
            if (open && word.equals(words.getLast())) {
                known.addAll(endings(owner, List.of(word), MOST_ENDINGS));
            }
            var mistyped = known.isEmpty();
            if (mistyped) {
                known.addAll(alike(owner, word));
            }
            terms.add(new Term(word, List.copyOf(known), mistyped));
        }
        return terms;
    }

    /** The words that are there, and their other forms that are there. */
    Set<String> forms(UserId owner, List<String> words, Forms forms) {
        var found = new LinkedHashSet<>(counts(owner, words).keySet());
        var beginnings = words.stream()
                .map(forms::beginning)
                .filter(beginning -> !beginning.isEmpty())
                .toList();
        endings(owner, beginnings, MOST_FORMS).stream()
                .filter(ending -> words.stream().anyMatch(word -> forms.same(word, ending)))
                .forEach(found::add);
        return found;
    }

    /** How many files have each of the words that any has. */
    Map<String, Integer> counts(UserId owner, List<String> words) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("select word, assets from materials.asset_word where user_id = :user and word = any(:words)")
                .param("user", owner.value())
                .param("words", words.toArray(String[]::new))
                .query((row, number) -> counts.put(row.getString("word"), row.getInt("assets")))
                .list();
        return counts;
    }

    /** @param most for each beginning, those that most files have */
    private List<String> endings(UserId owner, List<String> beginnings, int most) {
        if (beginnings.isEmpty()) {
            return List.of();
        }
        // Words are in the order of their bytes, so a range of them is read, which no pattern out of a row would be.
        return jdbc.sql("""
                        select found.word from unnest(:beginnings::text[]) as wanted(beginning)
                        cross join lateral (
                            select word, assets from materials.asset_word
                            where user_id = :user and word >= wanted.beginning
                                and word < wanted.beginning || chr(1114111)
                            order by assets desc, word limit :most) as found
                        order by found.assets desc, found.word""")
                .param("user", owner.value())
                .param("beginnings", beginnings.stream().distinct().toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> Objects.requireNonNull(row.getString("word")))
                .list();
    }

    private Set<String> alike(UserId owner, String word) {
        var latin = SearchWords.latin(word);
        if (latin.length() < SHORTEST_MISTYPED) {
            return Set.of();
        }
        var near = new HashMap<String, Integer>();
        jdbc.sql("""
                        select word, latin from materials.asset_word where user_id = :user and latin % :latin
                        order by similarity(latin, :latin) desc, assets desc limit :limit""")
                .param("user", owner.value())
                .param("latin", latin)
                .param("limit", MOST_ALIKE)
                .query((row, number) -> near.put(
                        row.getString("word"), mistakes(latin, Objects.requireNonNull(row.getString("latin")))))
                .list();
        var most = latin.length() <= SHORT ? 1 : 2;
        var least = near.values().stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
        var alike = new LinkedHashSet<String>();
        near.forEach((other, mistakes) -> {
            if (mistakes == least && mistakes <= most) {
                alike.add(other);
            }
        });
        return alike;
    }

    /** How many letters are wrong, missing, too many, or in each other's place. */
    static int mistakes(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                rows[i][j] =
                        Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }
}
