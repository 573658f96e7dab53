package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.CaptionPreset;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The styles of captions one can choose from. */
@RestController
class CaptionPresetController {

    /** Every preset with all that it decides, the default first. */
    @GetMapping("/api/v1/captions/presets")
    List<CaptionPreset> presets() {
        return CaptionPresets.all();
    }
}
