package io.moneyprinter.content.script;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/**
 * Reads Markdown, of which plain text is the simplest kind. Only what can be spoken is left: emphasis and links lose
 * their marks, while code blocks, images, tables, comments and front matter are dropped.
 */
public final class Markup {

    /** Without indented code: in plain text an indented line is a paragraph like any other. */
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(
                    Heading.class,
                    HtmlBlock.class,
                    ThematicBreak.class,
                    org.commonmark.node.FencedCodeBlock.class,
                    BlockQuote.class,
                    ListBlock.class))
            .build();

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\n(?:[^\\n]*\\n){0,200}?(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)");
    private static final Pattern FRONT_MATTER_FIELD = Pattern.compile("(?m)^[A-Za-z_][\\w-]*[ \\t]*:");

    /** Control characters and those that turn the direction of what follows, in captions too. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{feff}\\x{fffd}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

    private static final Pattern TABLE_ROW = Pattern.compile("\\s*\\|.*\\|\\s*");

    /** A number this high at the start of a line is a year or a count, not the number of an item. */
    private static final int HIGHEST_ITEM = 99;

    private Markup() {}

    public static List<Block> read(String text) {
        var clean = UNPRINTABLE
                .matcher(Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC))
                .replaceAll("");
        var blocks = new ArrayList<Block>();
        PARSER.parse(withoutFrontMatter(clean)).accept(new Reader(blocks));
        return List.copyOf(blocks);
    }

    /** A text from outside as one line without marks, such as a title that a language model wrote. */
    public static String line(String text) {
        var parts = new ArrayList<String>();
        for (var block : read(text)) {
            parts.add(
                    switch (block) {
                        case Block.Heading heading -> heading.text();
                        case Block.Paragraph paragraph -> paragraph.text();
                        case Block.ListItem item -> item.text();
                    });
        }
        return String.join(" ", parts).replaceAll("\\s+", " ").strip();
    }

    private static String withoutFrontMatter(String text) {
        var matter = FRONT_MATTER.matcher(text);
        return matter.find() && FRONT_MATTER_FIELD.matcher(matter.group()).find() ? text.substring(matter.end()) : text;
    }

    private static final class Reader extends AbstractVisitor {

        private final List<Block> blocks;
        private boolean inItem;

        Reader(List<Block> blocks) {
            this.blocks = blocks;
        }

        @Override
        public void visit(Heading heading) {
            var text = inline(heading).replace('\n', ' ').strip();
            if (!text.isEmpty()) {
                blocks.add(new Block.Heading(heading.getLevel(), text));
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(inline(paragraph));
        }

        @Override
        public void visit(HtmlBlock html) {
            add(Jsoup.parse(html.getLiteral()).text());
        }

        @Override
        public void visit(OrderedList list) {
            if (list.getMarkerStartNumber() != null && list.getMarkerStartNumber() > HIGHEST_ITEM) {
                var before = blocks.size();
                visitChildren(list);
                if (blocks.size() > before && blocks.get(before) instanceof Block.ListItem item) {
                    blocks.set(before, new Block.Paragraph(list.getMarkerStartNumber() + ". " + item.text()));
                }
            } else {
                visitChildren(list);
            }
        }

        @Override
        public void visit(ListItem item) {
            var outer = inItem;
            inItem = true;
            visitChildren(item);
            inItem = outer;
        }

        private void add(String text) {
            var spoken = text.lines()
                    .filter(line -> !TABLE_ROW.matcher(line).matches())
                    .reduce((first, second) -> first + "\n" + second)
                    .orElse("")
                    .strip();
            if (!spoken.isEmpty()) {
                blocks.add(inItem ? new Block.ListItem(spoken) : new Block.Paragraph(spoken));
            }
        }

        private static String inline(Node block) {
            var text = new StringBuilder();
            block.accept(new Inline(text));
            return text.toString();
        }
    }

    private static final class Inline extends AbstractVisitor {

        private final StringBuilder text;

        Inline(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(Image image) {
            // A picture has nothing to say, and its description was not written to be spoken.
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            var tableRow = lineBreak.getPrevious() instanceof Text before
                    && TABLE_ROW.matcher(before.getLiteral()).matches();
            if (tableRow) {
                text.append('\n');
            } else if (!(text.length() > 0 && joinsWithoutSpace(text.codePointBefore(text.length())))) {
                text.append(' ');
            }
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append('\n');
        }

        private static boolean joinsWithoutSpace(int before) {
            var script = UScript.getScript(before);
            return script == UScript.HAN
                    || script == UScript.HIRAGANA
                    || script == UScript.KATAKANA
                    || "、。，！？；：」』）".indexOf(before) >= 0;
        }
    }
}
