package io.moneyprinter.ffmpeg.device;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.util.ArrayList;
import java.util.List;

/**
 * What FFmpeg must be told to encode on a device. The same for each chunk of a film: one quality, closed groups of
 * fixed length, no key frames at cuts, BT.709.
 *
 * @param global options before the inputs, which open the device
 * @param upload filters that bring pictures to the device, after all others; none where it takes them as they are
 * @param options of the video stream; the container's are the caller's
 */
public record DeviceSettings(List<Option> global, List<Filter> upload, List<Option> options) {

    private static final String OPENED = "gpu";
    private static final Pad UPLOADED = Pad.label("uploaded");

    public DeviceSettings {
        global = List.copyOf(global);
        upload = List.copyOf(upload);
        options = List.copyOf(options);
    }

    public static DeviceSettings of(Device device, EncodeProfile profile) {
        var options = new ArrayList<Option>();
        options.add(Option.of("c:v", device.family().encoder(profile.codec())));
        options.addAll(
                switch (device.family()) {
                    case NVENC -> NvencSettings.of(device.place(), profile);
                    case QSV -> QsvSettings.of(profile);
                    case VAAPI -> VaapiSettings.of(profile);
                    case AMF -> AmfSettings.of(profile);
                    case VIDEOTOOLBOX -> VideoToolboxSettings.of(profile);
                });
        options.addAll(common(profile));
        return new DeviceSettings(global(device), upload(device.family()), options);
    }

    /** This command on the device: it is opened first, and the pictures of the output's first stream are sent there. */
    public FfmpegCommand applyTo(FfmpegCommand command) {
        var result = upload.isEmpty() ? command : uploaded(command);
        for (var option : global) {
            result = result.with(option);
        }
        return result;
    }

    private FfmpegCommand uploaded(FfmpegCommand command) {
        var output = command.outputs().getFirst();
        var chains = new ArrayList<>(command.graph().chains());
        chains.add(new Chain(List.of(output.maps().getFirst()), upload, List.of(UPLOADED)));
        var maps = new ArrayList<>(output.maps());
        maps.set(0, UPLOADED);
        var outputs = new ArrayList<>(command.outputs());
        outputs.set(0, new Output(maps, output.options(), output.file()));
        return new FfmpegCommand(command.global(), command.inputs(), new FilterGraph(chains), outputs);
    }

    private static List<Option> global(Device device) {
        return switch (device.family()) {
            case VAAPI ->
                List.of(
                        Option.of("init_hw_device", "vaapi=%s:%s".formatted(OPENED, device.place())),
                        Option.of("filter_hw_device", OPENED));
            case QSV ->
                List.of(Option.of("init_hw_device", "qsv=%s,child_device=%s".formatted(OPENED, device.place())));
            case NVENC, AMF, VIDEOTOOLBOX -> List.of();
        };
    }

    private static List<Filter> upload(DeviceFamily family) {
        var layout = filter("format").with("pix_fmts", "nv12");
        return switch (family) {
            case VAAPI -> List.of(layout, filter("hwupload"));
            case QSV -> List.of(layout);
            case NVENC, AMF, VIDEOTOOLBOX -> List.of();
        };
    }

    private static List<Option> common(EncodeProfile profile) {
        var options = new ArrayList<Option>();
        options.add(Option.of("g", profile.group()));
        // B-frames in other codecs came to hardware late; a test encode would fail for their sake.
        options.add(Option.of("bf", profile.codec() == VideoCodec.H264 ? 2 : 0));
        if (profile.codec() == VideoCodec.H264) {
            options.add(Option.of("profile:v", "high"));
        }
        options.add(Option.of("flags:v", "+cgop+bitexact"));
        options.add(Option.of("color_primaries", "bt709"));
        options.add(Option.of("color_trc", "bt709"));
        options.add(Option.of("colorspace", "bt709"));
        options.add(Option.of("color_range", "tv"));
        options.add(Option.of("r", profile.fps()));
        return options;
    }
}
