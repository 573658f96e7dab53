package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.contracts.tts.VoiceFailure;
import io.moneyprinter.contracts.tts.VoiceSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has all sentences of a text spoken at the same time by one voice. Whoever takes over because a provider failed speaks
 * all of them, unless voices may be mixed.
 */
@Component
class OneVoice {

    private final SpeechSynthesis synthesis;
    private final Semaphore turns;
    private final int changes;

    OneVoice(SpeechSynthesis synthesis, ReadingProperties properties) {
        this.synthesis = synthesis;
        this.turns = new Semaphore(properties.parallelism(), true);
        this.changes = properties.voiceChanges();
    }

    /**
     * A text to speak.
     *
     * @param language BCP 47
     * @param key of the work it belongs to
     */
    record Text(UserId user, List<Sentence> sentences, String language, VoiceSettings settings, String key) {}

    /**
     * All sentences, in order.
     *
     * @param failures of those who were to speak before, each once
     * @param charge of everything that was spoken on the way
     */
    record Spoken(List<Speech> speeches, List<VoiceFailure> failures, Charge charge) {}

    /** Who would speak the text. */
    Voice choose(Text text) {
        var sample = text.sentences().getFirst().text();
        return synthesis.choose(new VoiceChoice(text.user(), text.settings(), text.language(), sample));
    }

    Spoken speak(Text text) {
        var chosen = choose(text);
        var narrator = new Narrator(chosen.provider(), chosen.id(), List.of());
        var speeches = new ArrayList<@Nullable Speech>();
        text.sentences().forEach(sentence -> speeches.add(null));
        var failures = new LinkedHashSet<VoiceFailure>();
        var charge = Charge.NOTHING;
        for (var generation = 0; ; generation++) {
            for (var speech : missing(text, speeches, narrator, generation)) {
                failures.addAll(speech.failures());
                charge = speech.charge() == null ? charge : charge.plus(speech.charge());
            }
            var all = speeches.stream().map(Objects::requireNonNull).toList();
            var next = mixed(text) ? null : whoTookOver(all, narrator);
            if (next == null) {
                return new Spoken(all, List.copyOf(failures), charge);
            }
            narrator = next;
            for (var i = 0; i < all.size(); i++) {
                speeches.set(i, speaks(narrator, all.get(i)) ? all.get(i) : null);
            }
        }
    }

    /** Those that are missing, which it fills in. */
    private List<Speech> missing(Text text, List<@Nullable Speech> speeches, Narrator narrator, int generation) {
        var settings = !mixed(text) && generation >= changes ? text.settings().withoutFallbacks() : text.settings();
        var asked = new ArrayList<Callable<Speech>>();
        for (var i = 0; i < speeches.size(); i++) {
            if (speeches.get(i) == null) {
                var key = "%s/%d/%d".formatted(text.key(), i, generation);
                var request = new SpeechRequest(
                        text.user(), text.sentences().get(i).script(), text.language(), settings, key, narrator);
                asked.add(() -> inTurn(request));
            }
        }
        var spoken = AtOnce.all(asked);
        fill(speeches, spoken);
        return spoken;
    }

    private static void fill(List<@Nullable Speech> speeches, List<Speech> spoken) {
        var next = spoken.iterator();
        for (var i = 0; i < speeches.size(); i++) {
            if (speeches.get(i) == null) {
                speeches.set(i, next.next());
            }
        }
    }

    private Speech inTurn(SpeechRequest request) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            throw AtOnce.cancelled(e);
        }
        try {
            return synthesis.synthesize(request);
        } finally {
            turns.release();
        }
    }

    private static boolean mixed(Text text) {
        return Boolean.TRUE.equals(text.settings().allowMixedVoices());
    }

    /** The first other voice, which speaks all of the text from now on; null when there is none. */
    private static @Nullable Narrator whoTookOver(List<Speech> all, Narrator narrator) {
        return all.stream()
                .filter(speech -> !speaks(narrator, speech))
                .findFirst()
                .map(speech -> new Narrator(
                        speech.provider(),
                        speech.voice(),
                        former(narrator).stream()
                                .filter(provider -> !provider.equals(speech.provider()))
                                .toList()))
                .orElse(null);
    }

    private static Set<String> former(Narrator narrator) {
        var former = new LinkedHashSet<>(narrator.former());
        former.add(narrator.provider());
        return former;
    }

    private static boolean speaks(Narrator narrator, Speech speech) {
        return narrator.provider().equals(speech.provider()) && narrator.voice().equals(speech.voice());
    }
}
