package io.moneyprinter.video;

import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import java.util.List;

/** Makes the video service known to the program. */
public final class VideoModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.VIDEO;
    }

    @Override
    public Class<?> configuration() {
        return VideoConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of(VideoRendering.class);
    }

    @Override
    public List<String> namespaces() {
        return List.of(
                "beats",
                "captions",
                "cards",
                "chunks",
                "encoders",
                "extracts",
                "films",
                "mixes",
                "plans",
                "previews",
                "speech",
                "thumbnails");
    }

    @Override
    public List<String> namespacesWithKeys() {
        return List.of("plans");
    }
}
