package io.moneyprinter.users.profile;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.users.UserProfile;
import io.moneyprinter.problem.CodedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcProfiles implements Profiles {

    private static final String COLUMNS = "id, email, full_name, preferences, created_at, updated_at";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcProfiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public UserProfile get(UserId userId) {
        return found(
                userId,
                jdbc.sql("select %s from users.users where id = :id and is_active".formatted(COLUMNS))
                        .param("id", userId.value())
                        .query(this::profile)
                        .optional());
    }

    @Override
    public UserProfile update(UserId userId, @Nullable String email, @Nullable String fullName) {
        try {
            return found(
                    userId,
                    jdbc.sql("""
                                    update users.users
                                    set email = coalesce(:email, email), full_name = coalesce(:name, full_name), updated_at = now()
                                    where id = :id and is_active
                                    returning %s""".formatted(COLUMNS))
                            .param("id", userId.value())
                            .param("email", email)
                            .param("name", fullName)
                            .query(this::profile)
                            .optional());
        } catch (DuplicateKeyException e) {
            throw CodedException.ofField(UsersErrorCode.EMAIL_TAKEN, "/email", "another user has this address");
        }
    }

    @Override
    public UserProfile prefer(UserId userId, Map<String, Object> preferences) {
        return found(
                userId,
                jdbc.sql("""
                                update users.users set preferences = :preferences::jsonb, updated_at = now()
                                where id = :id and is_active
                                returning %s""".formatted(COLUMNS))
                        .param("id", userId.value())
                        .param("preferences", json.writeValueAsString(preferences))
                        .query(this::profile)
                        .optional());
    }

    private UserProfile profile(ResultSet row, int index) throws SQLException {
        return new UserProfile(
                new UserId(row.getString("id")),
                row.getString("email"),
                row.getString("full_name"),
                json.readValue(row.getString("preferences"), new TypeReference<Map<String, Object>>() {}),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static UserProfile found(UserId userId, Optional<UserProfile> profile) {
        return profile.orElseThrow(
                () -> new CodedException(UsersErrorCode.USER_NOT_FOUND, "no user '%s'".formatted(userId)));
    }
}
