package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.orchestration.video.VideoDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A process with the whole service in it that works until the video and what is made of it have ended, or dies without a word at the call
 * that it is told, {@code before:NAME} or {@code after:NAME}. Further arguments are properties.
 */
final class DoomedProcess {

    static final int DEAD = 137;

    /** A property for the fakes: from which sentence on the first provider of voices is lost. */
    static final String LOST_FROM = "fakes.lost-from=";

    private DoomedProcess() {}

    public static void main(String[] arguments) {
        var fakes = new FakeServices();
        fakes.model = true;
        fakes.calls.pace(Duration.ofMillis(40));
        var doom = arguments[5];
        fakes.calls.before(name -> dieIf(doom.equals("before:" + name)));
        fakes.calls.after(name -> dieIf(doom.equals("after:" + name)));
        Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(LOST_FROM))
                .forEach(argument -> fakes.lostFrom = Integer.parseInt(argument.substring(LOST_FROM.length())));
        var properties = Stream.concat(
                Arrays.stream(RunningOrchestration.HASTE),
                Arrays.stream(arguments).skip(6));
        var running = RunningOrchestration.start(
                arguments[0],
                arguments[1],
                arguments[2],
                Path.of(arguments[3]),
                fakes,
                properties.toArray(String[]::new));
        var status = new VideoDesk(running).awaitEnd(new VideoId(arguments[4]));
        // Until the end is announced, and what is made of the film is made.
        var engine = running.bean(WorkflowEngine.class);
        VideoDesk.until(() -> !engine.busy(new VideoId(arguments[4])));
        System.out.println(status);
        running.close();
        System.exit(0);
    }

    private static void dieIf(boolean now) {
        if (now) {
            Runtime.getRuntime().halt(DEAD);
        }
    }
}
