package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A version while it is edited. Takes one edit after another; one that cannot be made is complained about. */
public final class Draft {

    private final Cut cut;
    private final List<Line> lines = new ArrayList<>();
    private VideoRequest request;

    public Draft(Cut cut) {
        this.cut = cut;
        this.request = cut.request();
        var section = 0;
        for (var part : cut.content().sections()) {
            for (var sentence : part.sentences()) {
                var index = lines.size();
                lines.add(new Line(
                        index,
                        section,
                        sentence,
                        cut.speeches().get(index),
                        cut.seen() ? cut.shots().get(index) : null));
            }
            section++;
        }
    }

    public VideoRequest request() {
        return request;
    }

    /** Of the version that is edited. */
    public GeneratedContent content() {
        return cut.content();
    }

    /** Settles the settings: as they were, if what they have become is impossible, or as they are to be kept. */
    public void settle(VideoRequest request) {
        this.request = request;
    }

    /** @param pointer of the edit in the request that it came in */
    public void apply(Edit edit, String pointer, Complaints complaints) {
        switch (edit) {
            case Edit.ReplaceClip clip -> replace(clip, pointer, complaints);
            case Edit.OtherShot other -> other(other, pointer, complaints);
            case Edit.LockShot lock -> lock(lock, pointer, complaints);
            case Edit.EditCaption caption -> caption(caption, pointer, complaints);
            case Edit.CaptionStyle style -> style(style);
            case Edit.MusicBed music -> music(music, pointer, complaints);
            case Edit.Trim trim -> trim(trim, pointer, complaints);
            case Edit.Reorder reorder -> reorder(reorder, pointer, complaints);
            case Edit.Voice voice -> voice(voice, pointer, complaints);
            case Edit.Words words -> words(words, pointer, complaints);
            case Edit.Settings settings -> settings(settings, pointer, complaints);
        }
    }

    private void replace(Edit.ReplaceClip edit, String pointer, Complaints complaints) {
        shown(edit.sentence(), pointer, complaints).ifPresent(line -> {
            var visual = Objects.requireNonNullElse(edit.visual(), 0);
            if (visual >= line.visuals()) {
                complaints.add(pointer + "/visual", "%d (expected: 0 to %d)".formatted(visual, line.visuals() - 1));
                return;
            }
            line.replace(visual, edit.assetId());
        });
    }

    private void other(Edit.OtherShot edit, String pointer, Complaints complaints) {
        shown(edit.sentence(), pointer, complaints)
                .ifPresent(line -> line.other(Objects.requireNonNullElse(edit.searchTerms(), List.of())));
    }

    private void lock(Edit.LockShot edit, String pointer, Complaints complaints) {
        if (seen(pointer, complaints)) {
            line(edit.sentence(), pointer, complaints)
                    .ifPresent(line -> line.lock(Objects.requireNonNullElse(edit.locked(), true)));
        }
    }

    /** A sentence whose pictures may change. */
    private Optional<Line> shown(int sentence, String pointer, Complaints complaints) {
        if (!seen(pointer, complaints)) {
            return Optional.empty();
        }
        var line = line(sentence, pointer, complaints);
        if (line.isPresent() && line.get().locked()) {
            complaints.add(pointer + "/sentence", "its pictures are locked (expected: unlock them first)");
            return Optional.empty();
        }
        return line;
    }

    private boolean seen(String pointer, Complaints complaints) {
        if (!cut.seen()) {
            complaints.add(pointer, "nothing is seen of it (expected: a video that was asked for with its pictures)");
        }
        return cut.seen();
    }

    private void caption(Edit.EditCaption edit, String pointer, Complaints complaints) {
        if (captions().subtitles() != null) {
            complaints.add(pointer, "subtitles of your own are shown (expected: none; clear captions.subtitles first)");
            return;
        }
        line(edit.sentence(), pointer, complaints)
                .ifPresent(line -> text(edit.text(), pointer, complaints)
                        .ifPresent(text -> line.sentence = line.sentence.withCaption(text)));
    }

    private void style(Edit.CaptionStyle edit) {
        var style = edit.captions();
        var kept = style.subtitles() == null ? captions().subtitles() : null;
        var captions = kept == null ? style : SettingsPatch.withSubtitles(style, kept);
        settings(settings().withCaptions(captions));
    }

    private void music(Edit.MusicBed edit, String pointer, Complaints complaints) {
        if (edit.music() == null && edit.musicVolume() == null) {
            complaints.add(pointer, "neither music nor music_volume (expected: at least one)");
            return;
        }
        var settings = settings();
        settings(settings.withMusic(edit.music() == null ? settings.music() : edit.music())
                .withMusicVolume(edit.musicVolume() == null ? settings.musicVolume() : edit.musicVolume()));
    }

    private void trim(Edit.Trim edit, String pointer, Complaints complaints) {
        if (bound(pointer, complaints)) {
            return;
        }
        line(edit.sentence(), pointer, complaints).ifPresent(line -> {
            var pause = edit.pauseAfter();
            if (pause != null) {
                line.sentence = line.sentence.withPauseAfter(Duration.ofMillis(Math.round(pause * 1_000)));
            } else if (lines.size() == 1) {
                complaints.add(pointer + "/sentence", "the last one that is left (expected: at least one stays)");
            } else {
                lines.remove(line);
            }
        });
    }

    private void reorder(Edit.Reorder edit, String pointer, Complaints complaints) {
        if (bound(pointer, complaints)) {
            return;
        }
        var order = edit.order();
        var left = lines.stream().map(line -> line.origin).collect(Collectors.toSet());
        if (order.size() != left.size() || !new HashSet<>(order).equals(left)) {
            complaints.add(
                    pointer + "/order",
                    "%s (expected: each sentence that is left once, that is, %s in the order you want)"
                            .formatted(
                                    shortened(order),
                                    shortened(left.stream().sorted().toList())));
            return;
        }
        var place = new HashMap<Integer, Integer>();
        order.forEach(sentence -> place.put(sentence, place.size()));
        lines.sort(Comparator.comparing(line -> Objects.requireNonNull(place.get(line.origin))));
    }

    private void voice(Edit.Voice edit, String pointer, Complaints complaints) {
        if (recorded(pointer, complaints)) {
            return;
        }
        var sentence = edit.sentence();
        if (sentence == null) {
            request = request.withVoiceSettings(edit.voiceSettings());
            lines.forEach(line -> line.sentence = line.sentence.withVoice(null));
            return;
        }
        line(sentence, pointer, complaints)
                .ifPresent(line -> line.sentence = line.sentence.withVoice(edit.voiceSettings()));
    }

    private void words(Edit.Words edit, String pointer, Complaints complaints) {
        if (recorded(pointer, complaints)) {
            return;
        }
        line(edit.sentence(), pointer, complaints)
                .ifPresent(line -> text(edit.text(), pointer, complaints)
                        .flatMap(text -> speech(text, pointer + "/text", complaints))
                        .ifPresent(text -> line.sentence = line.sentence.withText(text)));
    }

    private void settings(Edit.Settings edit, String pointer, Complaints complaints) {
        var changes = Objects.requireNonNullElse(edit.videoSettings(), VideoSettings.DEFAULT);
        var clear = Objects.requireNonNullElse(edit.clear(), List.<String>of());
        if (edit.videoSettings() == null && clear.isEmpty()) {
            complaints.add(pointer, "neither video_settings nor clear (expected: at least one)");
        }
        if (changes.durationTarget() != null) {
            complaints.add(pointer + "/video_settings/duration_target", "the script is written (expected: none)");
        }
        var merged = SettingsPatch.merge(settings(), changes);
        for (var index = 0; index < clear.size(); index++) {
            var name = clear.get(index);
            if (!SettingsPatch.known(name)) {
                complaints.add(
                        pointer + "/clear/" + index,
                        "'%s' (expected: a setting, such as effects or picture.watermark)".formatted(name));
            } else {
                merged = SettingsPatch.clear(merged, name);
            }
        }
        if (!Objects.equals(
                SoundSettings.of(merged).narration(),
                SoundSettings.of(settings()).narration())) {
            complaints.add(pointer, "changes sound.narration (expected: a new video, since all of it is spoken anew)");
            return;
        }
        settings(merged);
    }

    /** What has come of all edits. */
    public Revision finish() {
        var earlier = Objects.requireNonNullElse(cut.request().videoSettings(), VideoSettings.DEFAULT);
        var otherDrawing = !sameSize(Canvas.of(earlier), Canvas.of(settings()))
                || earlier.visualStyle() != settings().visualStyle()
                || !Objects.equals(earlier.brand(), settings().brand());
        var before = cut.content().sentences();
        var seen = Stream.concat(
                        cut.shots().stream().flatMap(Line::sources),
                        lines.stream().flatMap(Line::given))
                .distinct()
                .toList();
        var takes = lines.stream()
                .map(line -> line.take(
                        !voice(request, line.sentence).equals(voice(cut.request(), before.get(line.origin))),
                        otherDrawing,
                        seen))
                .toList();
        return new Revision(request, Arrangement.of(cut.content(), lines), takes);
    }

    private static boolean sameSize(Canvas one, Canvas other) {
        return one.width() == other.width() && one.height() == other.height();
    }

    private static VoiceSettings voice(VideoRequest request, Sentence sentence) {
        if (sentence.voice() != null) {
            return sentence.voice();
        }
        return Objects.requireNonNullElse(request.voiceSettings(), VoiceSettings.DEFAULT);
    }

    private Optional<Line> line(int sentence, String pointer, Complaints complaints) {
        if (sentence >= cut.size()) {
            complaints.add(pointer + "/sentence", "%d (expected: 0 to %d)".formatted(sentence, cut.size() - 1));
            return Optional.empty();
        }
        var line = lines.stream().filter(each -> each.origin == sentence).findFirst();
        if (line.isEmpty()) {
            complaints.add(
                    pointer + "/sentence",
                    "%d was removed by an edit before (expected: one that is left)".formatted(sentence));
        }
        return line;
    }

    private static Optional<String> text(String given, String pointer, Complaints complaints) {
        var text = given.strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            complaints.add(pointer + "/text", "blank (expected: some words)");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static Optional<SpeechText> speech(String text, String pointer, Complaints complaints) {
        try {
            var speech = SpeechText.parse(text);
            if (!speech.plain().isBlank()) {
                return Optional.of(speech);
            }
            complaints.add(pointer, "only marks (expected: some words)");
        } catch (SpeechText.WrongMark wrong) {
            complaints.add(pointer, Objects.requireNonNull(wrong.getMessage()));
        }
        return Optional.empty();
    }

    private boolean recorded(String pointer, Complaints complaints) {
        if (SoundSettings.of(settings()).narration() == null) {
            return false;
        }
        complaints.add(pointer, "the narration is a recording of yours (expected: a video with a voice)");
        return true;
    }

    /** Captions alone follow the file that they were asked for. */
    private boolean bound(String pointer, Complaints complaints) {
        if (request.produced() != Produce.CAPTIONS
                || SoundSettings.of(settings()).narration() == null) {
            return false;
        }
        complaints.add(
                pointer,
                "these are the captions of a recording of yours, which stays as it is (expected: a change of what they"
                        + " say or of their look)");
        return true;
    }

    private VideoSettings settings() {
        return Objects.requireNonNullElse(request.videoSettings(), VideoSettings.DEFAULT);
    }

    private void settings(VideoSettings settings) {
        request = request.withVideoSettings(settings);
    }

    private CaptionSettings captions() {
        return Objects.requireNonNullElse(settings().captions(), CaptionSettings.DEFAULT);
    }

    private static String shortened(List<Integer> numbers) {
        var text = numbers.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
