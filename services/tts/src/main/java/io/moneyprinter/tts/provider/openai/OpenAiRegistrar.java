package io.moneyprinter.tts.provider.openai;

import java.time.Clock;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Makes a provider of every server that is configured; how many those are, only the configuration knows. */
final class OpenAiRegistrar implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        var properties = Binder.get(environment).bindOrCreate("moneyprinter.tts.openai", OpenAiProperties.class);
        for (var server : properties.configured()) {
            registry.registerBean(
                    "openAiSpeechSynthesizer-" + server.name(),
                    OpenAiSpeechSynthesizer.class,
                    bean -> bean.supplier(context -> new OpenAiSpeechSynthesizer(
                            server, context.bean(Clock.class), context.bean(JsonMapper.class))));
        }
    }
}
