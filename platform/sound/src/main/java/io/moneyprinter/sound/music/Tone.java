package io.moneyprinter.sound.music;

import java.util.SplittableRandom;

/** A sounding note. Rendered in order, piece by piece, and never twice; it is its own state. */
interface Tone {

    /**
     * Adds its next {@code length} frames to both channels.
     *
     * @return whether there is more to come
     */
    boolean play(float[] left, float[] right, int from, int length);

    static Tone of(Note note, double brightness, SplittableRandom random) {
        return switch (note.instrument()) {
            case PAD -> new PadTone(note, 1100 + 1500 * brightness, 0.45, 5, random);
            case STRINGS -> new PadTone(note, 1200 + 1500 * brightness, 0.28, 8, random);
            case KEYS -> FrequencyModulatedTone.keys(note);
            case BELL -> FrequencyModulatedTone.bell(note);
            case PLUCK -> new PluckTone(note, brightness, random);
            case BASS -> new BassTone(note);
            case KICK -> DrumTone.kick(note, random);
            case TOM -> DrumTone.tom(note, random);
            case SNAP -> DrumTone.snap(note, random);
            case HAT -> DrumTone.hat(note, random);
            case SHAKER -> DrumTone.shaker(note, random);
            case SWELL -> new SwellTone(note, random);
            case SHORT_STRINGS -> new PadTone(note, 1300 + 1700 * brightness, 0.018, 0.16, 8, random);
            case SYNTH -> SawTone.lead(note, brightness, random);
            case SYNTH_BASS -> SawTone.bass(note, brightness, random);
            case GUITAR -> new PluckTone(note, Math.min(1, brightness + 0.35), random);
            case CLAP -> DrumTone.clap(note, random);
            case DUST -> new DustTone(note, random);
            case PUNCH -> DrumTone.punch(note, random);
        };
    }
}
