package io.moneyprinter.tts.provider.openai;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Nothing is there unless the operator has named a key or a server. */
@Configuration(proxyBeanMethods = false)
@Import(OpenAiRegistrar.class)
class OpenAiConfiguration {}
