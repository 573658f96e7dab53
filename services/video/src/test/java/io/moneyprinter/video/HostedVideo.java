package io.moneyprinter.video;

import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The service as it is hosted, with a store of the test's. */
final class HostedVideo implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    HostedVideo(ObjectStore store) {
        context.registerBean(ObjectStore.class, () -> store);
        // Programs and fonts are unpacked once for all tests of this machine.
        context.registerBean(
                DataDirectory.class,
                () -> new DataDirectory(SharedFfmpeg.directory().getParent()));
        context.registerBean(Ffmpeg.class, SharedFfmpeg::ffmpeg, definition -> definition.setDestroyMethodName(""));
        context.register(VideoConfiguration.class);
        context.refresh();
    }

    VideoRendering rendering() {
        return context.getBean(VideoRendering.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
