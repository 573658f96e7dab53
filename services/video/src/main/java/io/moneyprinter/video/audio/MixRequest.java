package io.moneyprinter.video.audio;

import io.moneyprinter.service.store.Digests;
import io.moneyprinter.sound.music.MusicBed;
import java.util.List;

/**
 * All that the sound of a film depends on.
 *
 * @param narration in order, without overlaps
 * @param samples exact length of the film at 48 kHz
 * @param musicVolume decibels relative to where the music usually lies
 */
public record MixRequest(
        List<Placement> narration,
        long samples,
        Music music,
        double musicVolume,
        MixTarget target,
        CutEffects effects) {

    /** As loud as usual, without effects. */
    public MixRequest(List<Placement> narration, long samples, Music music, double musicVolume) {
        this(narration, samples, music, musicVolume, MixTarget.DEFAULT, CutEffects.NONE);
    }

    public MixRequest {
        narration = List.copyOf(narration);
        if (samples < 1) {
            throw new IllegalArgumentException("samples: %d (expected: >= 1)".formatted(samples));
        }
        var end = 0L;
        for (var placement : narration) {
            if (placement.start() < end) {
                throw new IllegalArgumentException(
                        "placement: starts at %d (expected: >= %d)".formatted(placement.start(), end));
            }
            end = placement.end();
        }
        if (end > samples) {
            throw new IllegalArgumentException("narration: ends at %d (expected: <= %d)".formatted(end, samples));
        }
    }

    /** Equal for requests that sound the same, and different as soon as anything sounds different. */
    String digest(int version) {
        return Digests.of(version, MusicBed.VERSION, narration, samples, music.name(), musicVolume, target, effects);
    }
}
