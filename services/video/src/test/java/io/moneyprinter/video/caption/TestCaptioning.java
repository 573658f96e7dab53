package io.moneyprinter.video.caption;

import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.video.plan.Captioning;
import java.nio.file.Path;

/** Real captions for tests of what they are laid out with. */
public final class TestCaptioning {

    private TestCaptioning() {}

    public static Captioning drawn() {
        return new DrawnCaptioning(new DataDirectory(Path.of("target/home")));
    }
}
