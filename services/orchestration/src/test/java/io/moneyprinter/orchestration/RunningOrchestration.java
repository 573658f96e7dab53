package io.moneyprinter.orchestration;

import com.zaxxer.hikari.HikariDataSource;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.database.TestDatabase;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real database, without its web server, calling fakes. */
public final class RunningOrchestration implements AutoCloseable {

    /** Pauses that a test can wait for. */
    public static final String[] HASTE = {
        "moneyprinter.orchestration.retries.content.retries=3",
        "moneyprinter.orchestration.retries.content.pause=50ms",
        "moneyprinter.orchestration.retries.speech.retries=2",
        "moneyprinter.orchestration.retries.speech.pause=50ms",
        "moneyprinter.orchestration.retries.unreachable.retries=50",
        "moneyprinter.orchestration.retries.unreachable.pause=50ms"
    };

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private RunningOrchestration(HikariDataSource pool) {
        this.pool = pool;
    }

    public static RunningOrchestration start(
            TestDatabase database, Path home, FakeServices fakes, String... properties) {
        return start(database.url(), database.username(), database.password(), home, fakes, properties);
    }

    public static RunningOrchestration start(
            String url, String username, String password, Path home, FakeServices fakes, String... properties) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        pool.setMaximumPoolSize(12);
        var running = new RunningOrchestration(pool);
        var context = running.context;
        var values = new HashMap<String, Object>();
        Arrays.stream(properties)
                .map(property -> property.split("=", 2))
                .forEach(property -> values.put(property[0], property[1]));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", values));
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(JsonMapper.class, Json::strict);
        context.registerBean(DataDirectory.class, () -> new DataDirectory(home));
        context.registerBean(ObjectStore.class, () -> new LocalObjectStore(home, Clock.systemUTC()));
        context.registerBean(
                Validator.class, () -> Validation.buildDefaultValidatorFactory().getValidator());
        context.registerBean("fakes", FakeServices.class, () -> fakes);
        context.registerBean("rendering", io.moneyprinter.contracts.video.VideoRendering.class, () -> fakes.rendering);
        context.register(OrchestrationConfiguration.class);
        context.refresh();
        return running;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
