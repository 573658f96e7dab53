package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a film is made of, or its sound alone: then no sentence has a shot.
 *
 * @param language BCP 47, decides on fonts and line breaks
 * @param seed decides on the generated music
 * @param music an audio file to use instead of the generated bed, null for none
 * @param files the files that the settings name
 * @param headings of sections, by the index of their first sentence
 * @param target how long the film is to be; null to let it last as long as it takes
 * @param tempo how many times faster than spoken the voice is heard; 1 where there is a target
 * @param manner tone and style of the text, as the request words them; null for neither
 */
public record PlanRequest(
        UserId userId,
        VideoId videoId,
        String title,
        String language,
        Canvas canvas,
        VideoSettings settings,
        long seed,
        @Nullable ObjectKey music,
        NamedFiles files,
        Map<Integer, String> headings,
        List<SpokenSentence> sentences,
        @Nullable Duration target,
        double tempo,
        @Nullable String manner) {

    public PlanRequest {
        headings = Map.copyOf(headings);
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("sentences: none (expected: at least one)");
        }
        var seen = sentences.stream().filter(each -> each.shot() != null).count();
        if (seen != 0 && seen != sentences.size()) {
            throw new IllegalArgumentException(
                    "sentences: %d of %d have a shot (expected: all or none)".formatted(seen, sentences.size()));
        }
    }

    /** Whether there are pictures. */
    public boolean seen() {
        return sentences.getFirst().shot() != null;
    }

    /** A film whose settings name no file, from a script without headings. */
    public static PlanRequest of(
            UserId userId,
            VideoId videoId,
            String title,
            String language,
            Canvas canvas,
            VideoSettings settings,
            long seed,
            @Nullable ObjectKey music,
            List<SpokenSentence> sentences) {
        return new PlanRequest(
                userId,
                videoId,
                title,
                language,
                canvas,
                settings,
                seed,
                music,
                NamedFiles.NONE,
                Map.of(),
                sentences,
                null,
                1,
                null);
    }

    public PlanRequest withTarget(Duration target) {
        return new PlanRequest(
                userId, videoId, title, language, canvas, settings, seed, music, files, headings, sentences, target, 1,
                manner);
    }

    /** The same film of these sentences, as long as they take. */
    public PlanRequest fitted(Map<Integer, String> headings, List<SpokenSentence> sentences) {
        return new PlanRequest(
                userId, videoId, title, language, canvas, settings, seed, music, files, headings, sentences, null, 1,
                manner);
    }

    /**
     * What the asset ids in the settings stand for.
     *
     * @param watermark an image; null where the settings name none
     * @param intro what is seen before the first sentence; null for a card that is drawn, or none
     * @param outro what is seen after the last sentence; null for a card that is drawn, or none
     */
    public record NamedFiles(
            @Nullable ObjectKey watermark,
            @Nullable Visual intro,
            @Nullable Visual outro) {

        public static final NamedFiles NONE = new NamedFiles(null, null, null);
    }

    /**
     * A sentence with what is heard and seen meanwhile.
     *
     * @param text as spoken; the offsets in {@code speech.words()} point into it
     * @param shot null where there are no pictures
     * @param caption what is shown instead of the text; null for the text, blank for nothing
     * @param at when it is spoken; null to have it follow the one before, after its pause
     * @param pauses where in the text its author wants silence, as UTF-16 offsets; captions break there
     * @param spare how soon it may be left out of a film that is too long, 1 before all others; 0 never
     */
    public record SpokenSentence(
            String text,
            Duration pauseAfter,
            Speech speech,
            @Nullable Shot shot,
            @Nullable String caption,
            @Nullable Duration at,
            List<Integer> pauses,
            int spare) {

        public SpokenSentence {
            pauses = List.copyOf(pauses);
        }

        /** Captioned as it is spoken, and never left out. */
        public SpokenSentence(String text, Duration pauseAfter, Speech speech, @Nullable Shot shot) {
            this(text, pauseAfter, speech, shot, null, null, List.of(), 0);
        }

        public SpokenSentence withSpare(int spare) {
            return new SpokenSentence(text, pauseAfter, speech, shot, caption, at, pauses, spare);
        }

        public SpokenSentence spoken(Speech speech, Duration pauseAfter) {
            return new SpokenSentence(text, pauseAfter, speech, shot, caption, at, pauses, spare);
        }
    }
}
