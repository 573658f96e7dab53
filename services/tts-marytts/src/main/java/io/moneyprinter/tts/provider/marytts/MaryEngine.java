package io.moneyprinter.tts.provider.marytts;

import java.util.Locale;
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** MaryTTS, started when it is first needed: that takes seconds and is the same for the whole process. */
final class MaryEngine {

    static final String VOICE = "cmu-slt-hsmm";

    private static final class Holder {
        private static final MaryEngine ENGINE = new MaryEngine();
    }

    private MaryEngine() {
        var started = System.nanoTime();
        quieten();
        open();
        LoggerFactory.getLogger(MaryEngine.class)
                .info("MaryTTS is ready after {} ms", (System.nanoTime() - started) / 1_000_000);
    }

    static MaryEngine started() {
        return Holder.ENGINE;
    }

    /** A conversation of its own: they keep state, but are light once the engine runs. */
    LocalMaryInterface open() {
        try {
            var mary = new LocalMaryInterface();
            mary.setLocale(Locale.US);
            mary.setVoice(VOICE);
            return mary;
        } catch (MaryConfigurationException e) {
            throw new IllegalStateException("MaryTTS does not start", e);
        }
    }

    /** At debug level it writes all system properties to the log, and at warn it complains about its own defaults. */
    private static void quieten() {
        var logging = LoggingSystem.get(MaryEngine.class.getClassLoader());
        logging.setLogLevel("marytts", LogLevel.WARN);
        logging.setLogLevel("marytts.TextToMaryXML", LogLevel.ERROR);
    }
}
