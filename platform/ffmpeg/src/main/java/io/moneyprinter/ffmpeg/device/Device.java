package io.moneyprinter.ffmpeg.device;

import java.util.Map;

/**
 * A piece of hardware that has shown that it encodes.
 *
 * @param id of family and place, such as {@code nvenc:0} or {@code vaapi:renderD128}
 * @param place what FFmpeg calls it: the index of a GPU, a device file, or empty where there is only one
 * @param encoders names of the encoders that passed their test, by what they make
 * @param sessions how many encodes it bears at a time
 */
public record Device(String id, DeviceFamily family, String place, Map<VideoCodec, String> encoders, int sessions) {

    public Device {
        encoders = Map.copyOf(encoders);
        if (sessions < 1) {
            throw new IllegalArgumentException("sessions: %d (expected: >= 1)".formatted(sessions));
        }
    }

    static Device candidate(DeviceFamily family, String place, int sessions) {
        var name = place.substring(place.lastIndexOf('/') + 1);
        var id = name.isEmpty() ? family.suffix() : family.suffix() + ":" + name;
        return new Device(id, family, place, Map.of(), sessions);
    }

    Device with(Map<VideoCodec, String> proved) {
        return new Device(id, family, place, proved, sessions);
    }

    boolean encodes(VideoCodec codec) {
        return encoders.containsKey(codec);
    }
}
