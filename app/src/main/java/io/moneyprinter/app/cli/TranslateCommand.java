package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Translation;
import io.moneyprinter.contracts.orchestration.TranslationOrder;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter translate}: a finished video in other languages. */
@Command(
        name = "translate",
        description =
                "Makes a finished video in other languages: the same pictures, with speech and captions of their own.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the files are there",
            "1:one could not be made",
            "2:something is wrong with what was asked for"
        })
final class TranslateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "VIDEO", description = "its id, as make tells it; GET /api/v1/videos lists them")
    private String video = "";

    @Option(
            names = "--to",
            paramLabel = "LANGUAGE",
            required = true,
            split = ",",
            description = "BCP 47 tags, such as de,pt-BR")
    private List<String> languages = List.of();

    @Option(
            names = "--script",
            paramLabel = "LANGUAGE=FILE",
            description =
                    "the script in that language, each sentence in a line; without one a language model translates")
    private Map<String, Path> scripts = new LinkedHashMap<>();

    @Option(
            names = "--voice",
            paramLabel = "LANGUAGE=VOICE",
            description = "who speaks that language, as voices lists them")
    private Map<String, String> voices = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "DIR", description = "where the files go; without it here")
    private Path out = Path.of("");

    @Mixin
    private ReportOptions reporting = new ReportOptions();

    @Override
    public Integer call() {
        var id = id();
        var order =
                new TranslationOrder(languages.stream().map(this::translation).toList());
        known("--script", scripts);
        known("--voice", voices);
        if (!Files.isDirectory(out.toAbsolutePath())) {
            throw wrong("--out: there is no directory %s".formatted(out));
        }
        var console = reporting.report(spec.commandLine());
        try (var dubbing = new Dubbing(console)) {
            return dubbing.make(id, order, out) ? ExitCodes.OK : ExitCodes.FAILED;
        } catch (CodedException refused) {
            console.refused(refused);
            throw refused;
        }
    }

    private Translation translation(String language) {
        var voice = voices.get(language);
        return new Translation(
                language,
                voice == null ? null : new VoiceSettings(null, voice, null, null, null, null, null, null),
                script(language),
                null,
                null,
                null);
    }

    private @Nullable String script(String language) {
        var file = scripts.get(language);
        try {
            return file == null ? null : Files.readString(file);
        } catch (IOException e) {
            throw wrong("--script: cannot read %s".formatted(file));
        }
    }

    private void known(String option, Map<String, ?> given) {
        for (var language : given.keySet()) {
            if (!languages.contains(language)) {
                throw wrong("%s: '%s' (expected: one of those after --to: %s)"
                        .formatted(option, language, String.join(", ", languages)));
            }
        }
    }

    private VideoId id() {
        try {
            return new VideoId(video);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
