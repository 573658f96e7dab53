package io.moneyprinter.tts.provider.characterbox;

import io.moneyprinter.tts.provider.http.HttpSpeechSynthesizerContract;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What both dialects do. */
abstract class CharacterBoxContract extends HttpSpeechSynthesizerContract {

    static final JsonMapper JSON = JsonMapper.builder().build();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CharacterBoxProperties.class)
    static class Bound {}

    /** As it is configured. */
    abstract String dialect();

    SpeechSynthesizer open(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        properties.put("moneyprinter.tts.characterbox.dialect", dialect());
        properties.put("moneyprinter.tts.characterbox.price-per-million-characters", "1");
        settings.forEach((name, value) -> properties.put("moneyprinter.tts.characterbox." + name, value));
        return CharacterBoxConfiguration.open(
                new Binder(new MapConfigurationPropertySource(properties))
                        .bindOrCreate("moneyprinter.tts.characterbox", CharacterBoxProperties.class),
                Clock.systemUTC(),
                JSON);
    }

    @Override
    protected SpeechSynthesizer open(URI address, Duration timeout) {
        return open(Map.of("base-url", address + "/v1/", "api-key", KEY, "timeout", timeout.toMillis() + "ms"));
    }

    @Override
    protected Reply saying(Request request, Wave sound) {
        return Reply.of("audio/wav", sound.toBytes());
    }

    @Override
    protected Reply refusing(int status, String message) {
        return Reply.json(status, "{\"error\":%s}".formatted(JSON.writeValueAsString(message)));
    }

    @Override
    protected ApplicationContextRunner unset() {
        return new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(JsonMapper.class, () -> JSON)
                .withUserConfiguration(Bound.class, CharacterBoxConfiguration.class);
    }

    @Override
    protected List<String> switchedOn() {
        return List.of("moneyprinter.tts.characterbox.base-url=http://127.0.0.1:4123/v1");
    }

    @Override
    protected List<String> wrongSettings() {
        return List.of(
                "moneyprinter.tts.characterbox.base-url=nowhere",
                "moneyprinter.tts.characterbox.quality=best",
                "moneyprinter.tts.characterbox.parallelism=0",
                "moneyprinter.tts.characterbox.timeout=0s");
    }
}
