package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.SoundLevels;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.alignment.Aligner;
import io.moneyprinter.tts.alignment.HeardWords;
import io.moneyprinter.tts.audio.AudioDecoder;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.audio.Polish;
import io.moneyprinter.tts.audio.WorkDirectory;
import io.moneyprinter.tts.health.Meters;
import io.moneyprinter.tts.health.Providers;
import io.moneyprinter.tts.normalization.Lexicon;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.Pronunciation;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.timing.WordTimes;
import io.moneyprinter.tts.usage.Ledger;
import io.moneyprinter.tts.usage.Prices;
import io.moneyprinter.tts.voice.OwnVoice;
import io.moneyprinter.tts.voice.Voices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a sentence to stored narration. The same sentence in the same voice is spoken once: an index knows what was
 * spoken lately, the object store what was ever spoken, and who asks while it is being spoken waits for it.
 */
@Component
class Narration {

    /** Changes whenever something here makes a different sound or different times of the same input. */
    private static final String VERSION =
            "2.%d.%d.%d.%d".formatted(TextNormalizer.VERSION, Polish.VERSION, WordTimes.VERSION, Aligner.VERSION);

    private final Voices voices;
    private final Providers providers;
    private final AudioDecoder decoder;
    private final HeardWords heardWords;
    private final Ledger ledger;
    private final ObjectStore store;
    private final StoredSpeeches stored;
    private final NarrationProperties properties;
    private final TextNormalizer normalizer = new TextNormalizer();
    private final SpeechIndex index;
    private final Meters meters;
    private final ConcurrentMap<String, CompletableFuture<Speech>> speaking = new ConcurrentHashMap<>();

    Narration(
            Voices voices,
            Providers providers,
            AudioDecoder decoder,
            HeardWords heardWords,
            Ledger ledger,
            ObjectStore store,
            JsonMapper json,
            NarrationProperties properties,
            SpeechIndex index,
            Meters meters) {
        this.voices = voices;
        this.providers = providers;
        this.decoder = decoder;
        this.heardWords = heardWords;
        this.ledger = ledger;
        this.store = store;
        this.stored = new StoredSpeeches(store, json);
        this.properties = properties;
        this.index = index;
        this.meters = meters;
    }

    /** What the provider would take for it: nothing when it is there already, or has no word in it. */
    Charge estimate(SpeechRequest request, Voice voice, Lexicon lexicon) {
        var job = job(request, voice, lexicon);
        if (stored.contains(job.digest())) {
            return Charge.NOTHING;
        }
        return job.parts(normalizer).stream()
                .filter(part -> !part.isSilent())
                .map(job::charge)
                .reduce(Charge.NOTHING, Charge::plus);
    }

    /** @param lexicon how whoever asks wants words to be pronounced */
    Speech speak(SpeechRequest request, Voice voice, Lexicon lexicon) {
        var job = job(request, voice, lexicon);
        return speak(job).withUnpronounced(job.unpronounced());
    }

    private Job job(SpeechRequest request, Voice voice, Lexicon lexicon) {
        var text = request.text();
        if (text.isBlank()) {
            throw CodedException.ofField(TtsErrorCode.TEXT_NOT_SPEAKABLE, "/text", "There is nothing to say.");
        }
        if (text.length() > properties.maxCharacters()) {
            throw CodedException.ofField(
                    TtsErrorCode.TEXT_TOO_LONG,
                    "/text",
                    "The text has %d characters (at most: %d).".formatted(text.length(), properties.maxCharacters()));
        }
        var wanted = Objects.requireNonNullElse(request.voiceSettings().language(), request.language());
        var sentence = sentence(text);
        var found = lexicon.in(sentence.plain(), wanted);
        return new Job(request, sentence, wanted, voice, voices.synthesizer(voice), found, voices.own(voice));
    }

    /** @throws CodedException {@code FIELD_INVALID} for a wrong mark */
    static SpeechText sentence(String text) {
        try {
            return SpeechText.parse(text);
        } catch (SpeechText.WrongMark wrong) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/text", Objects.requireNonNull(wrong.getMessage()));
        }
    }

    private Speech speak(Job job) {
        var digest = job.digest();
        var known = index.find(digest);
        if (known != null && stored.contains(digest)) {
            meters.found("index");
            return StoredSpeeches.speech(digest, job.voice(), known, true);
        }
        var mine = new CompletableFuture<Speech>();
        var other = speaking.putIfAbsent(digest, mine);
        if (other != null) {
            meters.found("flight");
            return join(other).again();
        }
        Thread.ofVirtual().name("speech").start(() -> complete(mine, job, digest));
        return join(mine);
    }

    private void complete(CompletableFuture<Speech> future, Job job, String digest) {
        try {
            var speech = speech(job, digest);
            speaking.remove(digest);
            future.complete(speech);
        } catch (RuntimeException | Error e) {
            speaking.remove(digest);
            future.completeExceptionally(e);
        }
    }

    private Speech speech(Job job, String digest) {
        var found = stored.find(digest);
        if (found.isPresent()) {
            meters.found("store");
            return remembered(job, digest, found.get(), true);
        }
        try (var _ = index.take(digest, () -> stored.contains(digest))) {
            // Another process may have spoken it while this one waited.
            var spoken = stored.find(digest);
            if (spoken.isPresent()) {
                meters.found("flight");
                return remembered(job, digest, spoken.get(), true);
            }
            meters.missed();
            var made = make(job, digest);
            return remembered(job, digest, made.sentence(), false).charged(made.charge());
        }
    }

    private Speech remembered(Job job, String digest, SpokenSentence sentence, boolean cached) {
        index.put(digest, sentence);
        return StoredSpeeches.speech(digest, job.voice(), sentence, cached);
    }

    private static Speech join(CompletableFuture<Speech> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CodedException coded) {
                throw coded;
            }
            throw new IllegalStateException("speaking failed", e.getCause());
        } catch (CancellationException e) {
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        } catch (InterruptedException e) {
            // What is being spoken is finished all the same: somebody else may wait for it, or ask again.
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
    }

    private record Made(SpokenSentence sentence, Charge charge) {}

    private Made make(Job job, String digest) {
        var parts = job.parts(normalizer);
        if (parts.stream().allMatch(Part::isSilent)) {
            throw CodedException.ofField(
                    TtsErrorCode.TEXT_NOT_SPEAKABLE,
                    "/text",
                    "There is no word in '%s' to say.".formatted(job.text().plain()));
        }
        var sound = new ArrayList<Pcm>();
        var words = new ArrayList<WordTiming>();
        var levels = new ArrayList<@Nullable SoundLevels>();
        var charge = Charge.NOTHING;
        var length = 0L;
        for (var part : parts) {
            var pause = Pcm.silence(part.pause());
            var spoken = Spoken.NOTHING;
            if (!part.isSilent()) {
                spoken = spoken(job, part, parts.size() == 1 ? digest : Digests.of(digest, levels.size()));
                levels.add(spoken.levels());
                charge = charge.plus(spoken.charge());
            }
            var start = Pcm.time(length + pause.samples().length);
            spoken.words().forEach(word -> words.add(part.placed(word, start)));
            sound.add(pause);
            sound.add(spoken.pcm());
            length += pause.samples().length + spoken.pcm().samples().length;
        }
        try {
            var whole = levels.size() == 1 ? levels.getFirst() : null;
            return new Made(stored.keep(digest, Pcm.joined(sound), words, whole), charge);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the speech " + digest, e);
        }
    }

    private record Spoken(
            Pcm pcm, List<WordTiming> words, @Nullable SoundLevels levels, Charge charge) {

        static final Spoken NOTHING = new Spoken(new Pcm(new float[0]), List.of(), null, Charge.NOTHING);
    }

    private Spoken spoken(Job job, Part part, String digest) {
        try (var directory = WorkDirectory.in(store, "speech")) {
            var heard = providers.health(job.voice().provider()).ask(() -> hear(job, part, directory.path()));
            var polish = heard.polish();
            var charge = job.charge(part);
            // Before it is kept: what is kept is not asked for again, and would never be counted.
            ledger.enter(new Ledger.Entry(
                    job.request().userId(), job.request().idempotencyKey(), digest, job.voice(), charge));
            return new Spoken(polish.pcm(), timed(job, part.text(), heard.raw(), polish), polish.levels(), charge);
        }
    }

    /** Only what can be heard in the end is an answer of the provider. */
    private Heard hear(Job job, Part part, Path directory) {
        var raw = job.synthesizer().synthesize(job.utterance(part), directory);
        var sound = decoder.decode(raw.file());
        if (job.synthesizer().capabilities().contains(SpeechSynthesizer.Capability.SILENT)) {
            return new Heard(raw, Polish.none(sound));
        }
        var polish = Polish.of(sound, job.volume());
        if (polish.pcm().samples().length == 0) {
            throw new CodedException(
                    TtsErrorCode.VOICE_PROVIDER_SILENT,
                    "The voice %s of %s made no sound for '%s'."
                            .formatted(
                                    job.voice().id(),
                                    job.voice().provider(),
                                    part.text().written()));
        }
        return new Heard(raw, polish);
    }

    private record Heard(SpokenAudio raw, Polish polish) {}

    private List<WordTiming> timed(Job job, NormalizedText text, SpokenAudio raw, Polish polish) {
        if (raw.words().isEmpty()) {
            return heardWords.of(text, job.language(), polish.pcm());
        }
        var head = Pcm.time(polish.head());
        var words = raw.words().stream()
                .map(word -> new SpokenWord(word.text(), later(word.offset().minus(head)), word.duration()))
                .toList();
        return WordTimes.of(text, words, raw.source(), polish.pcm().duration());
    }

    private static Duration later(Duration offset) {
        return offset.isNegative() ? Duration.ZERO : offset;
    }

    /** One sentence in one voice. */
    private record Job(
            SpeechRequest request,
            SpeechText text,
            String language,
            Voice voice,
            SpeechSynthesizer synthesizer,
            List<Lexicon.Found> found,
            @Nullable OwnVoice own) {

        VoiceSettings settings() {
            return request.voiceSettings();
        }

        Utterance utterance(Part part) {
            var speaker = own == null ? voice : own.spoken();
            return new Utterance(
                    part.text().spoken(), speaker, rate(), pitch(), part.deliveries(), style(), styleDegree());
        }

        Charge charge(Part part) {
            return Prices.charge(synthesizer, utterance(part));
        }

        List<Part> parts(TextNormalizer normalizer) {
            return Part.of(
                    text,
                    pronunciations(),
                    normalizer,
                    language,
                    Set.copyOf(voice.scripts()),
                    synthesizer.capabilities(voice));
        }

        /** What the lexicon changes in this voice. */
        List<Pronunciation> pronunciations() {
            return found.stream()
                    .map(each -> each.pronunciation(this::hasSounds))
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** Words of the lexicon that are spoken as they are written. */
        List<String> unpronounced() {
            return found.stream()
                    .filter(each -> each.pronunciation(this::hasSounds) == null)
                    .map(Lexicon.Found::written)
                    .distinct()
                    .toList();
        }

        private boolean hasSounds(String ipa) {
            return synthesizer.capabilities(voice).contains(SpeechSynthesizer.Capability.PHONEMES)
                    && synthesizer.hasSounds(voice, ipa);
        }

        /** A voice that takes over speaks in its own style when it has no other. */
        @Nullable
        String style() {
            var style = settings().style();
            return style != null && synthesizer.hasStyle(voice, style) ? style : null;
        }

        @Nullable
        Double styleDegree() {
            var capable = synthesizer.capabilities().contains(SpeechSynthesizer.Capability.STYLE_DEGREE);
            return style() != null && capable ? settings().styleDegree() : null;
        }

        double rate() {
            return Objects.requireNonNullElse(settings().rate(), 1.0);
        }

        double pitch() {
            return Objects.requireNonNullElse(settings().pitch(), 0.0);
        }

        double volume() {
            return Objects.requireNonNullElse(settings().volume(), 0.0);
        }

        /** What is spoken in a voice that belongs to somebody is found by nobody else. */
        String digest() {
            return own == null ? content() : Digests.of(content(), own.owner());
        }

        private String content() {
            var parts = new ArrayList<Object>(List.of(
                    VERSION,
                    voice.provider(),
                    synthesizer.version(voice),
                    voice.id(),
                    rate(),
                    pitch(),
                    volume(),
                    language,
                    text.marked(),
                    pronunciations()));
            var style = style();
            if (style != null) {
                parts.add(style);
            }
            var degree = styleDegree();
            if (degree != null) {
                parts.add(degree);
            }
            return Digests.of(parts.toArray());
        }
    }
}
