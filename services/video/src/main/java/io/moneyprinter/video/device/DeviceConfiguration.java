package io.moneyprinter.video.device;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.device.Hardware;
import io.moneyprinter.service.home.DataDirectory;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Looks for GPUs when the program is up, so that it is not up later for it. */
@Configuration(proxyBeanMethods = false)
class DeviceConfiguration {

    @Bean
    FilmDevices filmDevices(DeviceProperties properties, ObjectProvider<Ffmpeg> ffmpeg, DataDirectory home) {
        return new FilmDevices(
                properties, ffmpeg::getObject, home.directory("work", "devices"), Hardware.here(), Clock.systemUTC());
    }

    @Bean
    DeviceLook deviceLook(FilmDevices devices) {
        return new DeviceLook(devices);
    }

    /** Waits for the program to be up. */
    record DeviceLook(FilmDevices devices) {

        @EventListener(ApplicationReadyEvent.class)
        void look() {
            devices.look();
        }
    }
}
