package io.moneyprinter.ffmpeg.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables with which people tell drivers of GPUs what to do. Processes of ours inherit no others. */
public final class DriverEnvironment {

    private static final List<String> NAMES = List.of(
            "CUDA_VISIBLE_DEVICES",
            "CUDA_DEVICE_ORDER",
            "LIBVA_DRIVER_NAME",
            "LIBVA_DRIVERS_PATH",
            "ONEVPL_SEARCH_PATH",
            "ONEVPL_PRIORITY_PATH");

    private DriverEnvironment() {}

    public static Map<String, String> of(Map<String, String> environment) {
        var chosen = new HashMap<>(environment);
        chosen.keySet().retainAll(NAMES);
        return chosen;
    }
}
