package io.moneyprinter.app.cli;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorKind;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one or two lines what went wrong. A stack trace is for the log. */
final class Failures implements IExecutionExceptionHandler {

    private static final Pattern TRANSLATION =
            Pattern.compile("/translations/\\d+/(language|script|voice_settings)(/.*)?");

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        var err = command.getErr();
        switch (failure) {
            case CodedException coded -> {
                err.printf(
                        "moneyprinter: %s (%s)%n",
                        coded.getMessage(), coded.code().name());
                for (var error : coded.errors()) {
                    err.printf("  %s: %s%n", option(error.pointer()), error.detail());
                }
                return isUsage(coded.code().kind()) ? ExitCodes.USAGE : ExitCodes.FAILED;
            }
            default -> {
                // What Spring wraps around a failed start helps nobody; the log has it.
                err.printf("moneyprinter: %s%n", RootCause.of(failure));
                return ExitCodes.FAILED;
            }
        }
    }

    private static boolean isUsage(ErrorKind kind) {
        return switch (kind) {
            case UNREADABLE, INVALID, TOO_LARGE, UNSUPPORTED -> true;
            case UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    CONFLICT,
                    GONE,
                    RANGE_NOT_SATISFIABLE,
                    THROTTLED,
                    UPSTREAM,
                    EXHAUSTED,
                    INTERNAL -> false;
        };
    }

    /** The option that fills a field of the request; the pointer itself where there is none. */
    private static String option(String pointer) {
        return switch (pointer) {
            case "/topic" -> "--topic";
            case "/script" -> "--script";
            case "/article" -> "--article";
            case "/draft", "/draft/id" -> "--draft";
            case "/template", "/template/id" -> "--template";
            case "/variation/hook" -> "--hook";
            case "/variation/order" -> "--order";
            case "/title" -> "--title";
            case "/language" -> "--language";
            case "/voice_settings/voice" -> "--voice";
            case "/voice_settings/provider" -> "--provider";
            case "/video_settings/aspect" -> "--aspect";
            case "/video_settings/music" -> "--music";
            case "/video_settings/sound/narration" -> "--narration";
            case "/video_settings/duration_target" -> "--duration";
            case "/video_settings/resolution", "/resolution" -> "--resolution";
            case "/video_settings/fps", "/fps" -> "--fps";
            case "/voice_settings/rate" -> "--rate";
            case "/voice_settings/style" -> "--style";
            case "/voice_settings/style_degree" -> "--style-degree";
            case "/codec" -> "--codec";
            case "/quality" -> "--quality";
            case "/optimization_preset" -> "--preset";
            case "/output/container" -> "--out";
            case "/output/crf" -> "--crf";
            case "/output/video_bitrate" -> "--video-bitrate";
            case "/output/audio_bitrate" -> "--audio-bitrate";
            case "/output/device" -> "--device";
            default -> ofTranslation(pointer);
        };
    }

    private static String ofTranslation(String pointer) {
        var field = TRANSLATION.matcher(pointer);
        return switch (field.matches() ? field.group(1) : "") {
            case "language" -> "--to";
            case "script" -> "--script";
            case "voice_settings" -> "--voice";
            default -> pointer;
        };
    }
}
