package io.moneyprinter.materials.download;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a download may cost.
 *
 * @param allowLoopback whether servers on this machine may be asked, on any port; for trying things out
 * @param idleTimeout how long a server may say nothing
 * @param totalTimeout how long a download may take in all, redirects included
 */
@ConfigurationProperties("moneyprinter.materials.download")
public record DownloadProperties(
        @DefaultValue("false") boolean allowLoopback,
        @DefaultValue("200MB") DataSize maxSize,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration idleTimeout,
        @DefaultValue("60s") Duration totalTimeout) {}
