package io.moneyprinter.video.device;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.device.Device;
import io.moneyprinter.ffmpeg.device.DeviceFamily;
import io.moneyprinter.ffmpeg.device.DeviceSettings;
import io.moneyprinter.ffmpeg.device.EncodeProfile;
import io.moneyprinter.ffmpeg.device.VideoCodec;
import io.moneyprinter.video.encode.Codec;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.encode.RateControl;
import io.moneyprinter.video.encode.StreamOptions;
import io.moneyprinter.video.encode.VideoEncoder;
import java.util.ArrayList;
import java.util.List;

/** A device as an encoder of pictures. */
public record DeviceVideoEncoder(Device device, Codec codec) implements VideoEncoder {

    @Override
    public String name() {
        return device.family().encoder(VideoCodec.of(codec.id()));
    }

    @Override
    public List<Option> settings(Profile profile, Canvas canvas) {
        var options = new ArrayList<Option>();
        for (var option : settingsOf(profile, canvas).options()) {
            options.add(ofFirstStream(option));
        }
        options.addAll(StreamOptions.ofFile(canvas));
        return List.copyOf(options);
    }

    /** A name such as {@code tune} means something else to the encoder of another stream; colours and rate are for all. */
    private static Option ofFirstStream(Option option) {
        var name = option.name();
        if (name.startsWith("color") || name.equals("r")) {
            return option;
        }
        return new Option(name.endsWith(":v") ? name + ":0" : name + ":v:0", option.value());
    }

    /** The command with these settings, on this device: it is opened first, and pictures are sent there. */
    public FfmpegCommand open(FfmpegCommand command, Profile profile, Canvas canvas) {
        return settingsOf(profile, canvas).applyTo(command);
    }

    /** Whether devices of a family can do what the profile asks for. */
    static boolean canKeep(Profile profile, DeviceFamily family) {
        return family.keepsCeiling()
                || !(profile.rate() instanceof RateControl.Quality quality)
                || quality.ceiling() == null;
    }

    private DeviceSettings settingsOf(Profile profile, Canvas canvas) {
        var rate = switch (profile.rate()) {
            case RateControl.Quality quality ->
                new io.moneyprinter.ffmpeg.device.RateControl.Quality(quality.factor(), quality.ceiling());
            case RateControl.Bitrate bitrate ->
                new io.moneyprinter.ffmpeg.device.RateControl.Bitrate(bitrate.kilobits());
        };
        var wanted = new EncodeProfile(VideoCodec.of(codec.id()), rate, canvas.fps(), StreamOptions.keyFrames(canvas));
        return DeviceSettings.of(device, wanted);
    }
}
