package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.device.DeviceReport.Refused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the devices that encode, by letting each of them encode. */
public final class DeviceDiscovery {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceDiscovery.class);

    /** More than any machine has; the first index without a GPU ends the search. */
    private static final int MOST_GPUS = 16;

    private final TestEncode test;
    private final Hardware hardware;
    private final int sessions;
    private final List<Device> devices = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private DeviceDiscovery(TestEncode test, Hardware hardware, int sessions) {
        this.test = test;
        this.hardware = hardware;
        this.sessions = sessions;
    }

    /** @param sessions of each device; 0 for what its family usually bears */
    public static DeviceReport discover(TestEncode test, Hardware hardware, int sessions) {
        var discovery = new DeviceDiscovery(test, hardware, sessions);
        var encoders = test.encoders();
        for (var family : DeviceFamily.values()) {
            discovery.look(family, encoders);
        }
        return new DeviceReport(discovery.devices, discovery.refused);
    }

    private void look(DeviceFamily family, EncoderTable encoders) {
        var codecs = encoders.codecs(family);
        if (codecs.isEmpty()) {
            // Most builds lack most families; that is worth no line.
            return;
        }
        switch (family) {
            case NVENC -> nvidia(codecs);
            case QSV, VAAPI -> {
                for (var node : hardware.renderNodes()) {
                    examine(family, node, codecs);
                }
                if (hardware.renderNodes().isEmpty()) {
                    refuse(new Refused(family.suffix(), "no /dev/dri/renderD*"));
                }
            }
            case AMF, VIDEOTOOLBOX -> examine(family, "", codecs);
        }
    }

    private void nvidia(List<VideoCodec> codecs) {
        if (!hardware.nvidia()) {
            refuse(new Refused(DeviceFamily.NVENC.suffix(), "no NVIDIA driver is loaded"));
            return;
        }
        for (var gpu = 0; gpu < MOST_GPUS; gpu++) {
            if (examine(DeviceFamily.NVENC, Integer.toString(gpu), codecs) == Found.NOTHING_MORE) {
                return;
            }
        }
    }

    private enum Found {
        ENCODES,
        ENCODES_NOT,
        NOTHING_MORE
    }

    private Found examine(DeviceFamily family, String place, List<VideoCodec> codecs) {
        var candidate = Device.candidate(family, place, sessions == 0 ? family.sessions() : sessions);
        var proved = new EnumMap<VideoCodec, String>(VideoCodec.class);
        var reasons = new ArrayList<String>();
        for (var codec : codecs) {
            var failure = test.run(candidate, codec);
            if (failure == null) {
                proved.put(codec, family.encoder(codec));
                continue;
            }
            if (failure.fault() == DeviceFault.NOT_CAPABLE && !place.equals("0") && family == DeviceFamily.NVENC) {
                // What FFmpeg says of an index beyond the last GPU, and says nothing else of.
                return Found.NOTHING_MORE;
            }
            reasons.add(failure.reason());
            if (failure.fault().concernsWholeDevice()
                    || failure.fault() == DeviceFault.NO_ENCODER && proved.isEmpty()) {
                break;
            }
        }
        if (proved.isEmpty()) {
            refuse(new Refused(candidate.id(), reasons.getFirst()));
            return Found.ENCODES_NOT;
        }
        var device = candidate.with(proved);
        devices.add(device);
        LOG.debug("{} encodes {}", device.id(), proved.values());
        return Found.ENCODES;
    }

    private void refuse(Refused refusal) {
        refused.add(refusal);
        LOG.debug("no encoding on {}", refusal);
    }
}
