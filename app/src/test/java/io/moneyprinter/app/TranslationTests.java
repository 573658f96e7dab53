package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.Translation;
import io.moneyprinter.contracts.orchestration.TranslationOrder;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.NarrationWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A German script that is read, said in English by the voice that is built in. */
class TranslationTests {

    private static final String SCRIPT = "# Tanz\n\nBienen tanzen im Dunkeln. Die anderen fliegen zu den Blumen.";

    @TempDir
    private Path files;

    @Test
    void speaksAndCaptionsAScriptInAnotherLanguage() throws IOException {
        var client = RunningServer.get().client();
        var silent = new VoiceSettings(VoiceSettings.NO_VOICE, null, null, null, null, null, null, null);
        var original = client.create(
                        new VideoRequest(null, null, SCRIPT, null, null, null, null, null, null, silent, null, null)
                                .withProduce(Produce.CAPTIONS),
                        "tanz")
                .videoId();
        assertThat(ended(original).status()).isEqualTo(JobStatus.COMPLETED);
        var spoken = new VoiceSettings("marytts", null, null, null, null, null, null, null);
        var script = "# Dance\n\nBees dance in the dark.\nThe others fly to the flowers.\n";

        var translated = client.translate(
                        original,
                        new TranslationOrder(List.of(new Translation("en", spoken, script, null, null, null))),
                        "dance")
                .translations()
                .getFirst();

        var status = ended(translated.videoId());
        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        assertThat(status.stages())
                .filteredOn(stage -> stage.name().equals("speech"))
                .extracting(ProcessingStage::provider)
                .containsExactly("marytts");
        var view = client.video(translated.videoId());
        assertThat(view.title()).isEqualTo("Dance");
        assertThat(view.language()).isEqualTo("en");
        assertThat(view.translatedFrom()).isEqualTo(original);
        client.download(view.links().captionsSrt(), files.resolve("dance.srt"));
        assertThat(Files.readString(files.resolve("dance.srt")).replaceAll("\\s+", " "))
                .contains("dance in the dark")
                .doesNotContain("Bienen");
        assertThat(client.words(translated.videoId()).words())
                .extracting(NarrationWords.Word::text)
                .contains("flowers.");
        assertThat(client.video(original).translations())
                .singleElement()
                .satisfies(listed -> assertThat(listed.videoId()).isEqualTo(translated.videoId()));
        assertThat(client.video(original).language()).isEqualTo("de");
    }

    private static VideoStatus ended(VideoId id) {
        var client = RunningServer.get().client();
        var status = client.status(id);
        for (var look = 0; look < 600 && !status.status().terminal(); look++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            status = client.status(id);
        }
        return status;
    }
}
