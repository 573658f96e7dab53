package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.store.ForwardingStore;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.reading.PlainScripts;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.usage.Ledger;
import io.moneyprinter.tts.voice.VoicesTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A process with the whole service in it that has the sentences of a video spoken, one after another, or says
 * {@link #HERE} and stands still at the point that it is told, such as {@code 1 after count}, to be killed there.
 */
final class DoomedSpeaker {

    static final String HERE = "standing still";

    /** The last one is spoken in two parts. */
    static final List<String> SENTENCES =
            List.of("Bees dance.", "Others follow.", "Nobody leads.", "Some wait, [pause 0.3s] some do not.");

    private final String doom;
    private volatile int sentence;

    private DoomedSpeaker(String doom) {
        this.doom = doom;
    }

    /** Arguments: URL, name and password of the database, the directory of the store, and the point. */
    public static void main(String[] arguments) {
        var home = Path.of(arguments[3]);
        new DoomedSpeaker(arguments[4])
                .speak(new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]), home);
        System.exit(0);
    }

    static Path asked(Path home) {
        return home.resolve("asked.txt");
    }

    private void speak(DataSource dataSource, Path home) {
        var local = new LocalObjectStore(home, Clock.systemUTC());
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withInitializer(context -> register((GenericApplicationContext) context))
                .withBean(ObjectStore.class, () -> new Store(local))
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(DataSource.class, () -> dataSource)
                .withBean(ScriptWriting.class, PlainScripts::new)
                .withBean(Ffmpeg.class, SharedFfmpeg::ffmpeg, definition -> definition.setDestroyMethodName(""))
                .withBean(SpeechSynthesizer.class, () -> new Witnessed(asked(home)))
                .withPropertyValues("moneyprinter.tts.providers=tone", "moneyprinter.tts.espeak.enabled=false")
                .withUserConfiguration(TtsConfiguration.class)
                .run(context -> {
                    var speech = context.getBean(SpeechSynthesis.class);
                    for (sentence = 0; sentence < SENTENCES.size(); sentence++) {
                        var key = "video/speech/%d".formatted(sentence);
                        speech.synthesize(new SpeechRequest(
                                UserId.LOCAL, SENTENCES.get(sentence), "en", VoiceSettings.DEFAULT, key));
                    }
                });
    }

    private void register(GenericApplicationContext context) {
        context.registerBean(
                "doomed",
                Ledger.class,
                () -> {
                    var real = context.getBean("io.moneyprinter.tts.usage.JdbcLedger", Ledger.class);
                    return entry -> {
                        pass("before count");
                        real.enter(entry);
                        pass("after count");
                    };
                },
                definition -> definition.setPrimary(true));
    }

    private void pass(String point) {
        if (!doom.equals("%d %s".formatted(sentence, point))) {
            return;
        }
        System.out.println(HERE);
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                // Only a kill ends this.
            }
        }
    }

    /** Writes down what it is asked, so that it is known after its death. */
    private static final class Witnessed extends ToneSynthesizer {

        private final Path file;

        Witnessed(Path file) {
            super("tone", 0.1, VoicesTests.voice("tone", "hum", "en-US"));
            this.file = file;
        }

        @Override
        public BigDecimal pricePerMillionCharacters(Voice voice) {
            return new BigDecimal("2000");
        }

        @Override
        public SpokenAudio synthesize(Utterance utterance, Path directory) {
            try {
                Files.writeString(file, utterance.text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return super.synthesize(utterance, directory);
        }
    }

    /** The sound of a sentence is stored first, then its words. */
    private final class Store extends ForwardingStore {

        Store(ObjectStore real) {
            super(real);
        }

        @Override
        public void put(ObjectKey key, byte[] content) {
            pass("before words");
            super.put(key, content);
            pass("after words");
        }
    }
}
