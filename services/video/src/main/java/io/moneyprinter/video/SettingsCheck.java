package io.moneyprinter.video;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.video.card.CardPainter;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.render.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds at once all that is wrong with settings and would be refused when the film is planned. */
final class SettingsCheck {

    private final FilmDevices devices;
    private final Captioning captioning;
    private final CardPainter cards;

    SettingsCheck(FilmDevices devices, Captioning captioning, CardPainter cards) {
        this.devices = devices;
        this.captioning = captioning;
        this.cards = cards;
    }

    /**
     * What the settings come to.
     *
     * @throws CodedException with all fields at fault
     */
    Profile check(VideoSettings settings) {
        var refusals = new Refusals();
        var profile = refusals.of("", () -> profile(settings));
        refusals.of("/video_settings/captions", () -> checkCaptions(settings));
        refusals.of("/video_settings/effects", () -> checkEffects(settings));
        var picture = Objects.requireNonNullElse(settings.picture(), PictureSettings.DEFAULT);
        checkCard(picture.intro(), "/video_settings/picture/intro", refusals);
        checkCard(picture.outro(), "/video_settings/picture/outro", refusals);
        return refusals.orElse(profile);
    }

    private Profile profile(VideoSettings settings) {
        var profile = Profile.of(settings, Canvas.of(settings));
        devices.require(profile);
        return profile;
    }

    private VideoSettings checkCaptions(VideoSettings settings) {
        var burnt = !Boolean.FALSE.equals(settings.includeSubtitles());
        captioning.check(CaptionSettings.orDefault(settings.captions()), burnt);
        return settings;
    }

    private static VideoSettings checkEffects(VideoSettings settings) {
        Renderer.checkEffects(Objects.requireNonNullElse(settings.effects(), List.of()));
        return settings;
    }

    private void checkCard(@Nullable TitleCard card, String pointer, Refusals refusals) {
        if (card == null || card.assetId() != null) {
            return;
        }
        checkText(card.title(), pointer + "/title", refusals);
        checkText(card.subtitle(), pointer + "/subtitle", refusals);
    }

    private void checkText(@Nullable String text, String pointer, Refusals refusals) {
        if (text != null && !text.isBlank()) {
            refusals.of(pointer, () -> cards.checked(text));
        }
    }

    /** What was refused so far. */
    private static final class Refusals {

        private final List<CodedException> all = new ArrayList<>();

        /** @param pointer of the field, where the refusal itself names none */
        <T> @Nullable T of(String pointer, Supplier<T> check) {
            try {
                return check.get();
            } catch (CodedException refused) {
                if (refused.code().kind() != ErrorKind.INVALID) {
                    throw refused;
                }
                all.add(refused.errors().isEmpty() ? at(pointer, refused) : refused);
                return null;
            }
        }

        private static CodedException at(String pointer, CodedException refused) {
            return CodedException.ofField(
                    refused.code(), pointer, Objects.requireNonNullElse(refused.getMessage(), "not possible"));
        }

        <T> T orElse(@Nullable T result) {
            if (all.isEmpty() && result != null) {
                return result;
            }
            if (all.size() == 1) {
                throw all.getFirst();
            }
            var errors = all.stream().flatMap(each -> each.errors().stream()).toList();
            throw CodedException.ofFields(CommonErrorCode.FIELD_INVALID, errors);
        }
    }
}
