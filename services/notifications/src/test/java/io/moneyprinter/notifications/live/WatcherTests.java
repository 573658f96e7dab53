package io.moneyprinter.notifications.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatcherTests {

    private final RecordingWire wire = new RecordingWire();

    @Test
    void writesWhatWasMissedBeforeWhatIsNewAndNothingTwice() throws Exception {
        var watcher = new Watcher(wire);

        watcher.offer(recorded(3));
        watcher.offer(progress("50 %"));
        watcher.offer(recorded(4));
        watcher.start(List.of(recorded(2), recorded(3)));

        assertThat(wire.take(4)).containsExactly("2", "3", "50 %", "4");
        watcher.close();
    }

    @Test
    void isHeardOfBeforeAnythingHappens() throws Exception {
        var watcher = new Watcher(wire);

        watcher.start(List.of());

        assertThat(wire.pings.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(wire.written).isEmpty();
        watcher.close();
    }

    @Test
    void closesAReaderThatStallsAndTellsItToComeBack() throws Exception {
        wire.stall();
        var watcher = new Watcher(wire);
        watcher.start(List.of());

        var taken = 0;
        while (taken < 10_000 && watcher.offer(progress("tick"))) {
            taken++;
        }

        assertThat(taken).isBetween(256, 258);
        assertThat(wire.closed.poll(10, TimeUnit.SECONDS)).isEqualTo("slow");
    }

    @Test
    void handsAFrameToEveryConnectionOfTheUserAndToNobodyElse() throws Exception {
        var watchers = new Watchers();
        var other = new RecordingWire();
        var mine = new Watcher(wire);
        var theirs = new Watcher(other);
        watchers.add(new UserId("me"), mine);
        watchers.add(new UserId("you"), theirs);
        mine.start(List.of());
        theirs.start(List.of());

        var taken = watchers.send(new UserId("me"), progress("1 %"));

        assertThat(taken).isOne();
        assertThat(wire.take(1)).containsExactly("1 %");
        assertThat(other.written).isEmpty();
        mine.close();
        theirs.close();
    }

    @Test
    void letsTheOldestConnectionGoWhenThereAreTooMany() throws Exception {
        var watchers = new Watchers();
        watchers.add(UserId.LOCAL, new Watcher(wire));
        for (var i = 0; i < 10; i++) {
            watchers.add(UserId.LOCAL, new Watcher(new RecordingWire()));
        }

        assertThat(wire.closed.poll(10, TimeUnit.SECONDS)).isEqualTo("normal");
    }

    private static Frame recorded(long sequence) {
        return new Frame(sequence, "video.completed", String.valueOf(sequence));
    }

    private static Frame progress(String json) {
        return new Frame(null, "video.progress", json);
    }

    private static final class RecordingWire implements Watcher.Wire {

        private final LinkedBlockingQueue<String> written = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<String> pings = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<String> closed = new LinkedBlockingQueue<>();
        private final CountDownLatch flowing = new CountDownLatch(1);
        private boolean stalled;

        void stall() {
            stalled = true;
        }

        List<String> take(int count) throws InterruptedException {
            var taken = new ArrayList<String>();
            for (var i = 0; i < count; i++) {
                var next = written.poll(10, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                taken.add(next);
            }
            return taken;
        }

        @Override
        public void write(Frame frame) {
            if (stalled) {
                try {
                    flowing.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            written.add(frame.json());
        }

        @Override
        public void ping() {
            pings.add("ping");
        }

        @Override
        public void close(boolean slow) {
            closed.add(slow ? "slow" : "normal");
        }
    }
}
