package io.moneyprinter.content.source;

import io.moneyprinter.contracts.content.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers a text paragraph by paragraph, and leaves out what is not read aloud. */
final class Passages {

    /** A book has more; its beginning is enough for some minutes. */
    private static final int MOST_CHARACTERS = 400_000;

    /** News begin after lines that name their writers. */
    private static final int FIRST = 5;

    /** Sections after the text itself. */
    private static final Pattern BACK_MATTER = Pattern.compile(
            "(?:\\d+\\.?\\s*)?(?:references(?: and notes)?|notes(?: and"
                    + " references)?|footnotes|citations|bibliography|further reading|external links|see"
                    + " also|sources|works cited|acknowledge?ments?|about the authors?|comments|share this.*|related"
                    + " (?:articles|stories|posts|topics)|more (?:from|on)"
                    + " .*|einzelnachweise|weblinks|literatur(?:verzeichnis)?|siehe"
                    + " auch|quellen|anmerkungen|fußnoten|danksagung|mehr zum thema|références|notes(?: et"
                    + " références)?|bibliographie|liens externes|voir aussi|articles connexes|sur le même"
                    + " sujet|referencias|véase también|enlaces externos|bibliografía|notas|noticias"
                    + " relacionadas|note|bibliografia|voci correlate|collegamenti esterni|altri progetti|referências|ver"
                    + " também|ligações externas|leia também|примечания|литература|ссылки|см\\."
                    + " также|источники|参考文献|参考资料|參考文獻|外部链接|外部連結|参见|參見|注释|延伸阅读|相关阅读|脚注|出典|関連項目|外部リンク|각주|같이 보기|외부 링크|참고"
                    + " 문헌|المراجع|مراجع|انظر أيض[ًا]*|اقرأ أيض[ًا]*|وصلات خارجية|مصادر|सन्दर्भ|संदर्भ|इन्हें भी"
                    + " देखें|बाहरी कड़ियाँ|bronnen|zie ook|externe links|przypisy|zobacz też|kaynakça|ayrıca bakınız|dış"
                    + " bağlantılar)\\s*:?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<SourceText.Passage> passages = new ArrayList<>();
    private int characters;
    /** Of the heading whose section is left out; 0 for none. */
    private int skippedLevel;

    /** @param level 1 is the highest */
    void heading(int level, String text) {
        if (skippedLevel > 0 && level > skippedLevel) {
            return;
        }
        skippedLevel = BACK_MATTER.matcher(text.strip()).matches() ? level : 0;
    }

    void paragraph(String text) {
        add(text, false);
    }

    /** Of a list. */
    void item(String text) {
        add(text, true);
    }

    private void add(String text, boolean isItem) {
        var clean = Tidy.text(text);
        if (skippedLevel == 0 && !clean.isEmpty() && !isFull()) {
            passages.add(new SourceText.Passage(passages.size() < FIRST ? Tidy.withoutDateline(clean) : clean, isItem));
            characters += clean.length();
        }
    }

    boolean isFull() {
        return characters > MOST_CHARACTERS;
    }

    boolean isEmpty() {
        return passages.isEmpty();
    }

    SourceText toText(@Nullable String title, @Nullable Citation citation) {
        return new SourceText(title, passages, citation);
    }
}
