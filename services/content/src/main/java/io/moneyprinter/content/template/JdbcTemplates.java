package io.moneyprinter.content.template;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.service.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The templates that users have written, each version for its owner. */
@Repository
class JdbcTemplates {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TemplateProperties properties;
    private final JsonMapper json = Json.lenient();

    JdbcTemplates(DataSource dataSource, TemplateProperties properties) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.properties = properties;
    }

    List<Template> latest(UserId user) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (template_id) body FROM content.template
                        WHERE user_id = :user ORDER BY template_id, version DESC""")
                .param("user", user.value())
                .query((row, number) -> template(row.getString("body")))
                .list();
    }

    Optional<Template> find(UserId user, String id, @Nullable Integer version) {
        return jdbc.sql("""
                        SELECT body FROM content.template
                        WHERE user_id = :user AND template_id = :id AND version = coalesce(:version, version)
                        ORDER BY version DESC LIMIT 1""")
                .param("user", user.value())
                .param("id", id)
                .param("version", version, java.sql.Types.INTEGER)
                .query((row, number) -> template(row.getString("body")))
                .optional();
    }

    /**
     * As the next version.
     *
     * @throws CodedException {@code TEMPLATES_FULL}
     */
    Template put(UserId user, Template template) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock(user);
            var version = find(user, template.id(), null).map(Template::version).orElse(0) + 1;
            var next = new Template(
                    template.id(),
                    template.name(),
                    version,
                    true,
                    template.description(),
                    template.sections(),
                    template.hooks(),
                    template.callToAction(),
                    template.defaults(),
                    template.prompt());
            jdbc.sql("""
                            INSERT INTO content.template (user_id, template_id, version, body)
                            VALUES (:user, :id, :version, :body)""")
                    .param("user", user.value())
                    .param("id", next.id())
                    .param("version", version)
                    .param("body", json.writeValueAsString(next))
                    .update();
            jdbc.sql("""
                            DELETE FROM content.template
                            WHERE user_id = :user AND template_id = :id AND version <= :oldest""")
                    .param("user", user.value())
                    .param("id", next.id())
                    .param("oldest", version - properties.keepVersions())
                    .update();
            var count = jdbc.sql("SELECT count(DISTINCT template_id) FROM content.template WHERE user_id = :user")
                    .param("user", user.value())
                    .query(Integer.class)
                    .single();
            if (count > properties.maxOwn()) {
                throw new CodedException(
                        ContentErrorCode.TEMPLATES_FULL,
                        "There are %d templates (at most: %d).".formatted(count - 1, properties.maxOwn()));
            }
            return next;
        }));
    }

    /** Whether there was one. */
    boolean delete(UserId user, String id) {
        return Objects.requireNonNull(transaction.execute(status -> {
                    lock(user);
                    return jdbc.sql("DELETE FROM content.template WHERE user_id = :user AND template_id = :id")
                            .param("user", user.value())
                            .param("id", id)
                            .update();
                }))
                > 0;
    }

    /** Two at once would write the same version, or one of a template that is gone. */
    private void lock(UserId user) {
        TransactionLock.take(jdbc, "content templates " + user);
    }

    private Template template(String body) {
        return json.readValue(body, Template.class);
    }
}
