package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.service.home.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Looks whether the operator has voices. A directory that is named counts, whatever is in it. */
final class OnVoices implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        return !environment
                        .getProperty(NeuralProperties.PREFIX + ".directory", "")
                        .isBlank()
                || holdsAny(NeuralProperties.standard(DataDirectory.of(environment)));
    }

    private static boolean holdsAny(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.anyMatch(VoiceShelf::isCandidate);
        } catch (IOException e) {
            return false;
        }
    }
}
