package io.moneyprinter.content;

import io.moneyprinter.contracts.content.ModelExchanges;
import io.moneyprinter.contracts.content.ScriptTranslation;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.TextModeration;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import java.util.List;

/** How the program finds this service. */
public final class ContentModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.CONTENT;
    }

    @Override
    public Class<?> configuration() {
        return ContentConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of(ScriptWriting.class, ScriptTranslation.class, ModelExchanges.class, TextModeration.class);
    }

    @Override
    public List<String> namespaces() {
        return List.of("content");
    }
}
