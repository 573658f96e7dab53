package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.video.device.EncoderChoice;
import io.moneyprinter.video.device.FilmEncoder;
import io.moneyprinter.video.device.LostEncoders;
import io.moneyprinter.video.plan.FilmPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of its files a film is made of: the chunks of one encoder, and never of two. */
final class FilmParts {

    private final Pieces pieces;
    private final LostEncoders lost;

    FilmParts(Pieces pieces, LostEncoders lost) {
        this.pieces = pieces;
        this.lost = lost;
    }

    /** What is to be made: the device's chunks, unless the film has lost its device. */
    Sequence wanted(FilmPlan plan) {
        var device = deviceOf(plan);
        return Sequence.of(plan, device == null ? plan.processorKeys() : device.keys());
    }

    /** The same, unless the device's chunks have been joined already: then it does not matter what came later. */
    Sequence toJoin(FilmPlan plan, ObjectKey mix) {
        var device = plan.onDevice();
        if (device != null) {
            var onDevice = Sequence.of(plan, device.keys());
            if (isJoined(onDevice, mix)) {
                return onDevice;
            }
        }
        return wanted(plan);
    }

    /** What was joined, or else is to be joined. That stays what it is, whatever happens to devices and chunks later. */
    Sequence joined(FilmPlan plan, ObjectKey mix) {
        var film = toJoin(plan, mix);
        var onProcessor = Sequence.of(plan, plan.processorKeys());
        return !isJoined(film, mix) && isJoined(onProcessor, mix) ? onProcessor : film;
    }

    private boolean isJoined(Sequence film, ObjectKey mix) {
        return pieces.isThere(Finisher.joinedKey(film, mix));
    }

    /** The device that is still to be used for a film; null when the processor is. */
    @Nullable
    FilmEncoder deviceOf(FilmPlan plan) {
        var device = plan.onDevice();
        return device == null || lost.isLost(device) ? null : device;
    }

    /** From now on, the processor makes the film, as it does another that has the same chunk. */
    void loseLike(FilmEncoder device, String note) {
        lost.lose(device, note);
    }

    /** From now on, the processor makes the film. */
    void lose(FilmEncoder device, String reason) {
        lost.lose(device, EncoderChoice.onProcessor(reason));
    }

    /** Why the processor makes a film; null when that is as wanted. */
    @Nullable
    String note(FilmPlan plan) {
        var device = plan.onDevice();
        return device == null ? plan.encoderNote() : lost.reason(device);
    }

    /** The chunks that a film is joined from; those that the processor still has to make are named. */
    FilmEncoder.Settled settled(FilmEncoder device) {
        return device.settle(pieces::isThere);
    }

    boolean fitTogether(List<ObjectKey> keys) {
        return pieces.fitTogether(keys);
    }
}
