package io.moneyprinter.users.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.testing.database.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfilesTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("users");

    private final Profiles profiles = new JdbcProfiles(DATABASE.jdbc(), Json.strict());

    @Test
    void knowsTheLocalUserFromTheStart() {
        var profile = profiles.get(UserId.LOCAL);

        assertThat(profile.userId()).isEqualTo(UserId.LOCAL);
        assertThat(profile.createdAt()).isNotNull();
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        profiles.update(UserId.LOCAL, "bee@example.org", null);

        var profile = profiles.update(UserId.LOCAL, null, "Karl");

        assertThat(profile.email()).isEqualTo("bee@example.org");
        assertThat(profile.fullName()).isEqualTo("Karl");
        assertThat(profiles.get(UserId.LOCAL)).isEqualTo(profile);
    }

    @Test
    void replacesPreferencesAsAWhole() {
        profiles.prefer(UserId.LOCAL, Map.of("video_settings.music", "calm"));

        profiles.prefer(UserId.LOCAL, Map.of("voice_settings", Map.of("rate", 1.25), "tags", List.of("a", "b")));

        assertThat(profiles.get(UserId.LOCAL).preferences())
                .isEqualTo(Map.of("voice_settings", Map.of("rate", 1.25), "tags", List.of("a", "b")));
    }

    @Test
    void refusesAnAddressThatSomebodyElseHas() {
        DATABASE.jdbc()
                .sql("insert into users.users (id, email) values ('other', 'taken@example.org') on conflict do nothing")
                .update();

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> profiles.update(UserId.LOCAL, "taken@example.org", null))
                .extracting(CodedException::code)
                .isEqualTo(UsersErrorCode.EMAIL_TAKEN);
    }

    @Test
    void doesNotKnowStrangers() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> profiles.get(new UserId("nobody")))
                .extracting(CodedException::code)
                .isEqualTo(UsersErrorCode.USER_NOT_FOUND);
    }
}
