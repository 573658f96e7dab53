package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.content.GeneratedContent;

/** A script as somebody would write it down. */
final class ScriptText {

    private ScriptText() {}

    /** Markdown: the title, headings, and each sentence in a line of its own. */
    static String of(GeneratedContent content) {
        var text = new StringBuilder("# ").append(content.title()).append('\n');
        for (var section : content.sections()) {
            text.append('\n');
            var heading = section.heading();
            if (heading != null && !heading.isBlank()) {
                text.append("## ").append(heading).append("\n\n");
            }
            section.sentences()
                    .forEach(sentence -> text.append(sentence.script()).append('\n'));
        }
        return text.toString();
    }
}
