package io.moneyprinter.video;

import java.util.ArrayList;
import java.util.List;

/** Text as people paste it and as attackers write it. */
public final class NastyText {

    private static final List<String> BITS = List.of(
            "'",
            "\\",
            ":",
            ",",
            ";",
            "[",
            "]",
            "%",
            "%{",
            "%{pts}",
            "{\\an8}",
            "{\\p1}m 0 0",
            "movie=/etc/passwd[a]",
            "drawtext=textfile=/etc/passwd",
            "-i /etc/passwd",
            "-y",
            "--help",
            "$(id)",
            "`id`",
            "| id",
            "; id",
            "&& id",
            "../../etc/passwd",
            "file:///etc/passwd",
            "concat:/etc/passwd|/etc/passwd",
            "http://127.0.0.1/",
            "\0",
            "\n",
            "\r\n",
            "\t",
            "\u0007",
            "\u001b[31m",
            "\ufeff",
            "\u200d",
            "\u202e",
            "\u2066",
            "\ud800",
            "\udc00",
            "\uffff",
            "<script>",
            "&amp;",
            "<!--",
            "]]>",
            "-->",
            "WEBVTT",
            "1\n00:00:00,000 --> 00:00:01,000",
            "title=x",
            "==",
            "=",
            "#EXTM3U",
            "ffconcat version 1.0",
            "file '/etc/passwd'",
            "\u0301\u0301\u0301\u0301",
            "ﷺ",
            "مرحبا",
            "ไทย",
            "日本語",
            "👩‍👩‍👧‍👦",
            "🇩🇪",
            "\u00a0",
            "\u3000",
            "ß",
            "İ",
            "ﬁ");

    private NastyText() {}

    /** 300 different ones. */
    public static List<String> all() {
        var texts = new ArrayList<String>();
        for (var bit : BITS) {
            texts.add(bit);
            texts.add("Bees " + bit + " dance.");
            texts.add(bit + "Bees dance" + bit);
            texts.add("Be" + bit + bit + bit + "es");
        }
        for (var i = 0; texts.size() < 299; i++) {
            texts.add(BITS.get(i % BITS.size()) + " and " + BITS.get((i * 7 + 3) % BITS.size()) + " " + i);
        }
        texts.add("long ".repeat(2_000));
        return List.copyOf(texts);
    }
}
