package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.orchestration.OrchestrationProperties;
import io.moneyprinter.service.home.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What this installation is called among those that share a database. Kept, so that a restart finds its own work. */
@Component
class ExecutorName {

    private final OrchestrationProperties properties;
    private final DataDirectory home;

    ExecutorName(OrchestrationProperties properties, DataDirectory home) {
        this.properties = properties;
        this.home = home;
    }

    String value() {
        var configured = properties.executor();
        return configured == null || configured.isBlank() ? kept() : configured;
    }

    private String kept() {
        var file = home.directory("orchestration").resolve("executor");
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                return Files.readString(file).strip();
            }
            var name = "executor-" + UUID.randomUUID();
            try {
                Files.writeString(file, name, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException other) {
                return Files.readString(file).strip();
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a name in " + file, e);
        }
    }
}
