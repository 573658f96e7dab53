package io.moneyprinter.materials.asset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept.
 *
 * @param maxFiles of one user
 * @param maxTotalSize of all files of one user, earlier versions and originals included
 * @param keepDeleted how long a deleted file can be restored, unless its room is needed before
 */
@ConfigurationProperties("moneyprinter.materials.assets")
public record AssetProperties(
        @DefaultValue("1000") int maxFiles,
        @DefaultValue("20GB") DataSize maxTotalSize,
        @DefaultValue("30d") Duration keepDeleted) {}
