package io.moneyprinter.materials.download;

import io.moneyprinter.service.fetch.Fetcher;
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
 * @param contact of whoever runs this, a mail address or a page: told to every server that is asked, because Wikimedia
 *     wants to know and serves those more who say so
 */
@ConfigurationProperties("moneyprinter.materials.download")
public record DownloadProperties(
        @DefaultValue("false") boolean allowLoopback,
        @DefaultValue("200MB") DataSize maxSize,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration idleTimeout,
        @DefaultValue("60s") Duration totalTimeout,
        @DefaultValue("") String contact) {

    public DownloadProperties {
        contact = contact.strip();
        if (!contact.chars().allMatch(c -> c >= ' ' && c < 127 && c != '(' && c != ')')) {
            throw new IllegalArgumentException("contact: '%s' (expected: ASCII without brackets)".formatted(contact));
        }
    }

    String userAgent() {
        return contact.isEmpty() ? Fetcher.PROGRAM : "%s (%s)".formatted(Fetcher.PROGRAM, contact);
    }
}
