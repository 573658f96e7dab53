package io.moneyprinter.content.script;

/** A piece of a text as its author laid it out. */
public sealed interface Block {

    /** Not spoken; level 1 is the highest. */
    record Heading(int level, String text) implements Block {}

    /** Spoken. Pauses stand in the text as {@code [pause]} or {@code [pause 0.5s]}; a line feed ends a sentence. */
    record Paragraph(String text) implements Block {}

    /** Spoken, with less of a rest to the next item than a paragraph has. */
    record ListItem(String text) implements Block {}
}
