package io.moneyprinter.testing.onnx;

import java.util.List;

/**
 * Models in the shapes of Piper and Kokoro. Each id lasts as many units as a table says, and for so long the sound is
 * as loud as another table says.
 */
public final class VoiceModels {

    private static final int STYLE = 256;

    private VoiceModels() {}

    /** What is wrong with a model, to see how that is borne. */
    public enum Flaw {
        NONE,
        /** Its inputs have other names. */
        STRANGE_INPUTS,
        /** It does not show how long each id lasts. */
        NO_DURATIONS,
        /** It makes one number for each sample that is none. */
        NOT_A_NUMBER,
        /** It makes no sample. */
        EMPTY,
        /** It makes samples that are all zero. */
        SILENT
    }

    /**
     * As Piper exports them: durations are rounded up.
     *
     * @param units of each id at its normal rate
     * @param loudness of each id
     * @param samplesPerUnit the hop length
     * @param speakers more than one have an input of their own; each is half as loud as the one before
     */
    public static byte[] piper(float[] units, float[] loudness, int samplesPerUnit, int speakers, Flaw flaw) {
        var prefix = flaw == Flaw.STRANGE_INPUTS ? "strange_" : "";
        var model = new OnnxWriter()
                .input(prefix + "input", OnnxWriter.INT64, 1, -1)
                .input("input_lengths", OnnxWriter.INT64, 1)
                .input("scales", OnnxWriter.FLOAT, 3)
                .longs("flat", -1)
                .longs("length_scale_at", 1)
                .floats("units", units)
                .node("Reshape", "ids", List.of(prefix + "input", "flat"))
                .node("Gather", "plain", List.of("units", "ids"))
                .node("Gather", "length_scale", List.of("scales", "length_scale_at"))
                .node("Mul", "w", List.of("plain", "length_scale"))
                .node(flaw == Flaw.NO_DURATIONS ? "Round" : "Ceil", "w_ceil", List.of("w"))
                .floats("one", 1);
        if (speakers > 1) {
            var loud = new float[speakers];
            for (var i = 0; i < speakers; i++) {
                loud[i] = (float) Math.pow(0.5, i);
            }
            model.input("sid", OnnxWriter.INT64, 1)
                    .floats("speakers", loud)
                    .node("Gather", "speaker", List.of("speakers", "sid"));
        }
        sound(model, "w_ceil", loudness, speakers > 1 ? "speaker" : "one", samplesPerUnit, flaw);
        return model.longs("shape", 1, 1, 1, -1)
                .node("Reshape", "output", List.of("sound", "shape"))
                .output("output", OnnxWriter.FLOAT, 1, 1, 1, -1)
                .toBytes();
    }

    /**
     * As Kokoro is exported: durations are whole numbers, at least one.
     *
     * @param units of each id at its normal rate
     * @param loudness of each id, for a style that begins with 1
     */
    public static byte[] kokoro(float[] units, float[] loudness, Flaw flaw) {
        var prefix = flaw == Flaw.STRANGE_INPUTS ? "strange_" : "";
        var durations = flaw == Flaw.NO_DURATIONS ? "hidden" : "/encoder/Cast_output_0";
        var model = new OnnxWriter()
                .input(prefix + "input_ids", OnnxWriter.INT64, 1, -1)
                .input("style", OnnxWriter.FLOAT, 1, STYLE)
                .input("speed", OnnxWriter.FLOAT, 1)
                .longs("flat", -1)
                .longs("first", 0)
                .floats("units", units)
                .floats("least", 1)
                .node("Reshape", "ids", List.of(prefix + "input_ids", "flat"))
                .node("Gather", "plain", List.of("units", "ids"))
                .node("Div", "w", List.of("plain", "speed"))
                .node("Round", "rounded", List.of("w"))
                .node("Max", "clipped", List.of("rounded", "least"))
                .node("Cast", durations, List.of("clipped"), "to", OnnxWriter.INT64)
                .node("Cast", "frames", List.of(durations), "to", OnnxWriter.FLOAT)
                .node("Reshape", "flat_style", List.of("style", "flat"))
                .node("Gather", "timbre", List.of("flat_style", "first"));
        sound(model, "frames", loudness, "timbre", 600, flaw);
        return model.longs("shape", 1, -1)
                .node("Reshape", "waveform", List.of("sound", "shape"))
                .output("waveform", OnnxWriter.FLOAT, 1, -1)
                .toBytes();
    }

    /** Each sample belongs to as many ids as end before it. */
    private static void sound(
            OnnxWriter model, String durations, float[] loudness, String factor, int samplesPerUnit, Flaw flaw) {
        var broken = switch (flaw) {
            case NOT_A_NUMBER -> Float.NaN;
            case SILENT -> 0f;
            default -> 1f;
        };
        model.floats("samples_per_unit", flaw == Flaw.EMPTY ? 0 : samplesPerUnit)
                .floats("loudness", loudness)
                .floats("broken", broken)
                .longs("axis", 0)
                .longs("column", -1, 1)
                .longs("row", 1, -1)
                .longs("second", 1)
                .longs("from", 0)
                .longs("step", 1)
                .node("Mul", "lengths", List.of(durations, "samples_per_unit"))
                .node("Cast", "whole_lengths", List.of("lengths"), "to", OnnxWriter.INT64)
                .node("CumSum", "ends", List.of("whole_lengths", "axis"))
                .node("ReduceSum", "total", List.of("whole_lengths"), "keepdims", 0)
                .node("Squeeze", "start", List.of("from"))
                .node("Squeeze", "stride", List.of("step"))
                .node("Range", "positions", List.of("start", "total", "stride"))
                .node("Reshape", "down", List.of("positions", "column"))
                .node("Reshape", "across", List.of("ends", "row"))
                .node("GreaterOrEqual", "passed", List.of("down", "across"))
                .node("Cast", "counts", List.of("passed"), "to", OnnxWriter.INT64)
                .node("ReduceSum", "index", List.of("counts", "second"), "keepdims", 0)
                .node("Gather", "sounding", List.of("ids", "index"))
                .node("Gather", "loud", List.of("loudness", "sounding"))
                .node("Mul", "timbred", List.of("loud", factor))
                .node("Mul", "sound", List.of("timbred", "broken"));
    }
}
