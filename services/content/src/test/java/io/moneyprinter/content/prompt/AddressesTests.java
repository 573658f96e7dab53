package io.moneyprinter.content.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTests {

    private static final int LONGEST_SCRIPT = 50_000;

    @ParameterizedTest
    @ValueSource(
            strings = {"a.", "a", "a_", "a-", "a.a ", "a@", "a dot ", ".", "+1", "@a.", "a%", "a.b/", "www", "[a:"})
    void readsWhateverIsRepeatedInNoTime(String part) {
        var text = part.repeat(LONGEST_SCRIPT / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            Addresses.in(text);
            Addresses.in("www." + text + "x");
            Addresses.in(text + "@" + text);
            Addresses.without(text, Set.of());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com",
                "https://evil.com/x",
                "a.b.c.d.e.f.g.h.i.j.k.l.evil.com",
                "...evil.com",
                "evil dot com",
                "evil (dot) com",
                "eve@evil.com",
                "eve [at] evil [dot] com",
                "www.evil",
                "sub.evil.zz/path",
                "@eve_evil",
                "+49 30 1234567"
            })
    void findsAddresses(String address) {
        assertThat(Addresses.in("See " + address + " today.")).isNotEmpty();
        assertThat(Addresses.without("See " + address + " today.", Set.of()))
                .startsWith("See")
                .endsWith("today.")
                .doesNotContain("evil", "eve", "1234");
    }

    @Test
    void findsTheAddressOfSomebodyWithAVeryLongName() {
        assertThat(Addresses.in("a".repeat(100) + "@evil.com")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bees dance. They do.", "At 3.5 degrees it ends.", "e.g. a bee", "One, two... three"})
    void leavesSentencesAlone(String sentence) {
        assertThat(Addresses.in(sentence)).isEmpty();
    }
}
