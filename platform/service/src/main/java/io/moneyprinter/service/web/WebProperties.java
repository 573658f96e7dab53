package io.moneyprinter.service.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What requests must be like.
 *
 * @param allowedHosts names of this server besides the loopback ones, without port
 * @param maxBody the largest JSON body that people may send
 */
@ConfigurationProperties("moneyprinter.web")
public record WebProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("2MB") DataSize maxBody) {

    public WebProperties {
        allowedHosts = List.copyOf(allowedHosts);
    }
}
