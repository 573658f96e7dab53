package io.moneyprinter.materials.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken in.
 *
 * @param maxImageSize of one picture
 * @param maxVideoSize of one video
 * @param maxAudioSize of one sound
 * @param concurrency files that are decoded and made anew at a time, others wait; as many as there are processors when
 *     0
 */
@ConfigurationProperties("moneyprinter.materials.intake")
public record IntakeProperties(
        @DefaultValue("16MB") DataSize maxImageSize,
        @DefaultValue("2GB") DataSize maxVideoSize,
        @DefaultValue("100MB") DataSize maxAudioSize,
        @DefaultValue("0") int concurrency) {

    public IntakeProperties {
        if (concurrency < 0) {
            throw new IllegalArgumentException("concurrency: %d (expected: >= 0)".formatted(concurrency));
        }
    }

    /** The largest file of all. */
    public DataSize maxSize() {
        return DataSize.ofBytes(Math.max(
                DocumentIntake.LARGEST,
                Math.max(maxImageSize.toBytes(), Math.max(maxVideoSize.toBytes(), maxAudioSize.toBytes()))));
    }
}
