package io.moneyprinter.materials.picture;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Pictures in other sizes and formats: made when somebody asks for them, and kept for the next one who does. Those that
 * were not asked for for the longest time give way.
 *
 * @param maxPerFile kept of one file
 * @param maxTotalSize kept of all files
 * @param concurrency made at a time; others wait a little
 */
@Validated
@ConfigurationProperties("moneyprinter.materials.pictures")
public record PictureProperties(
        @DefaultValue("60") @Min(1) int maxPerFile,
        @DefaultValue("2GB") DataSize maxTotalSize,
        @DefaultValue("2") @Min(1) int concurrency) {}
