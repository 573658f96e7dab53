package io.moneyprinter.content.topic;

import io.moneyprinter.content.prompt.AnswerText;
import io.moneyprinter.content.prompt.Dialogue;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.script.Manuscript;
import tools.jackson.core.JacksonException;

/**
 * Finds the scenes in an answer while it comes in: every object within the first array of objects, as soon as its brace is
 * closed. What is told of them is as clean as what is told of the whole.
 */
final class SceneReader implements Dialogue.Listener {

    private static final int LONGEST = 60_000;

    private final Brief brief;
    private final AnswerText text;
    private final TopicWriter.Listener listener;
    private final StringBuilder open = new StringBuilder();
    private int depth;
    private int read;
    private int found;
    private boolean inText;
    private boolean escaped;

    SceneReader(Brief brief, Prompt prompt, TopicWriter.Listener listener) {
        this.brief = brief;
        this.text = new AnswerText(prompt, brief.own(), brief.language());
        this.listener = listener;
    }

    @Override
    public void startOver() {
        open.setLength(0);
        depth = 0;
        read = 0;
        found = 0;
        inText = false;
        escaped = false;
        listener.startOver();
    }

    @Override
    public void piece(String text) {
        for (var i = 0; i < text.length() && read < LONGEST; i++, read++) {
            take(text.charAt(i));
        }
    }

    private void take(char c) {
        if (depth >= 2) {
            open.append(c);
        }
        if (inText) {
            inText = escaped || c != '"';
            escaped = !escaped && c == '\\';
            return;
        }
        switch (c) {
            case '"' -> inText = depth > 0;
            case '{' -> {
                depth++;
                if (depth == 2) {
                    open.setLength(0);
                    open.append(c);
                }
            }
            case '}' -> {
                depth = Math.max(0, depth - 1);
                if (depth == 1) {
                    tell(open.toString());
                    open.setLength(0);
                }
            }
            default -> {
                // The rest is for the parser.
            }
        }
    }

    private void tell(String json) {
        ScriptAnswer.Part part;
        try {
            part = ScriptCheck.JSON.readValue(json, ScriptAnswer.Part.class);
        } catch (JacksonException wrong) {
            return;
        }
        Scenes.read(part, text, brief)
                .ifPresent(scene -> listener.scene(new GeneratedScene(
                        found++,
                        scene.heading(),
                        Manuscript.of(scene.blocks(), brief.language(), "/topic")
                                .script(),
                        scene.scene())));
    }
}
