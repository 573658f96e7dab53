package io.moneyprinter.contracts.orchestration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change to a finished video. Sentences are counted from 0, and their numbers are always those of the version
 * that is edited, whatever the edits before have removed or moved.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Edit.ReplaceClip.class, name = "replace_clip"),
    @JsonSubTypes.Type(value = Edit.OtherShot.class, name = "other_shot"),
    @JsonSubTypes.Type(value = Edit.LockShot.class, name = "lock_shot"),
    @JsonSubTypes.Type(value = Edit.EditCaption.class, name = "edit_caption"),
    @JsonSubTypes.Type(value = Edit.CaptionStyle.class, name = "caption_style"),
    @JsonSubTypes.Type(value = Edit.MusicBed.class, name = "music"),
    @JsonSubTypes.Type(value = Edit.Trim.class, name = "trim"),
    @JsonSubTypes.Type(value = Edit.Reorder.class, name = "reorder"),
    @JsonSubTypes.Type(value = Edit.Voice.class, name = "voice"),
    @JsonSubTypes.Type(value = Edit.Words.class, name = "text"),
    @JsonSubTypes.Type(value = Edit.Settings.class, name = "settings")
})
public sealed interface Edit {

    String SENTENCE = "missing (expected: the number of a sentence, from 0)";

    /**
     * Shows an image or a video of the user's.
     *
     * @param visual which of the sentence's pictures, from 0; null for the first
     */
    record ReplaceClip(
            @NotNull(message = SENTENCE) @Min(0) Integer sentence,

            @Nullable @Min(0) Integer visual,

            @NotNull(message = "missing (expected: the id of an image or a video)")
            AssetId assetId)
            implements Edit {}

    /**
     * Shows other pictures, chosen as the first ones were; none that the video shows already.
     *
     * @param searchTerms what to look for, most exact first; null for the same as before
     */
    record OtherShot(
            @NotNull(message = SENTENCE) @Min(0) Integer sentence,

            @Nullable @Size(max = 5)
            List<@NotNull(message = "missing (expected: some words)") @Size(max = 100) String> searchTerms)
            implements Edit {

        public OtherShot {
            searchTerms = searchTerms == null ? null : copy(searchTerms);
        }
    }

    /**
     * Lets no later edit change the pictures of a sentence, or lets them do so again. Drawn pictures are drawn anew all the
     * same when the canvas changes, for they were drawn for the other one.
     *
     * @param locked null for true
     */
    record LockShot(
            @NotNull(message = SENTENCE) @Min(0) Integer sentence,
            @Nullable Boolean locked) implements Edit {}

    /** Captions a sentence with other words than are spoken. */
    record EditCaption(
            @NotNull(message = SENTENCE) @Min(0) Integer sentence,

            @NotNull(message = "missing (expected: the words to show)") @Size(max = 1_000)
            String text)
            implements Edit {}

    /** Gives captions another look; subtitles of the user's own stay when the new look has none. */
    record CaptionStyle(
            @NotNull(message = "missing (expected: the settings of captions)") @Valid
            CaptionSettings captions) implements Edit {}

    /** Changes the music, its level or both; what is null stays. */
    record MusicBed(
            @Nullable @Size(max = 64) String music,
            @Nullable @DecimalMin("-20") @DecimalMax("12") Double musicVolume) implements Edit {}

    /**
     * Shortens.
     *
     * @param pauseAfter seconds of silence that are left after the sentence; null to remove the sentence
     */
    record Trim(
            @NotNull(message = SENTENCE) @Min(0) Integer sentence,
            @Nullable @DecimalMin("0") @DecimalMax("10") Double pauseAfter)
            implements Edit {}

    /** @param order the sentences that are left, each once, as they are to follow each other */
    record Reorder(
            @NotNull(message = "missing (expected: the numbers of all sentences)") @Size(max = 10_000)
            List<@NotNull(message = SENTENCE) Integer> order)
            implements Edit {

        public Reorder {
            order = copy(order);
        }
    }

    /** @param sentence who is spoken by another voice; null for all */
    record Voice(
            @Nullable @Min(0) Integer sentence,

            @NotNull(message = "missing (expected: the settings of the voice)") @Valid
            VoiceSettings voiceSettings)
            implements Edit {}

    /** Lets a sentence say something else. */
    record Words(
            @NotNull(message = SENTENCE) @Min(0) Integer sentence,

            @NotNull(message = "missing (expected: the words to speak)") @Size(max = 1_000)
            String text)
            implements Edit {}

    /**
     * Changes any settings of the picture and the sound.
     *
     * @param videoSettings what is null in it stays as it is; lists, cards and watermarks are replaced as a whole
     * @param clear settings that go back to their default, such as {@code effects} or {@code picture.watermark}
     */
    record Settings(
            @Nullable @Valid VideoSettings videoSettings,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = 80) String> clear)
            implements Edit {

        public Settings {
            clear = clear == null ? null : copy(clear);
        }
    }

    /** Bodies may hold nulls, which are complained about by name later. */
    private static <T> List<T> copy(List<T> list) {
        return list == null ? list : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
