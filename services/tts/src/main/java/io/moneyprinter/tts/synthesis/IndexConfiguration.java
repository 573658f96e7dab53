package io.moneyprinter.tts.synthesis;

import io.moneyprinter.tts.health.Meters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Where it is known what was spoken: in Redis when that is configured, else in this process. */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    @Bean
    SpeechIndex speechIndex(NarrationProperties narration, RedisProperties redis, JsonMapper json, Meters meters) {
        return redis.isPresent()
                ? new RedisSpeechIndex(redis, narration.cacheTtl(), json, meters)
                : new InMemorySpeechIndex(narration.cacheTtl(), narration.cacheSize());
    }
}
