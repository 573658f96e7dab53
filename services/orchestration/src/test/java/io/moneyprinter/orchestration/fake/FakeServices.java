package io.moneyprinter.orchestration.fake;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.contracts.content.ExchangePage;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ModelExchange;
import io.moneyprinter.contracts.content.ModelExchanges;
import io.moneyprinter.contracts.content.ModerationRequest;
import io.moneyprinter.contracts.content.ModerationRequest.FieldText;
import io.moneyprinter.contracts.content.ScriptTranslation;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.content.TextModeration;
import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.BrandKit;
import io.moneyprinter.contracts.materials.BrandKits;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.notifications.DeliveryReport;
import io.moneyprinter.contracts.notifications.Notification;
import io.moneyprinter.contracts.notifications.Notifications;
import io.moneyprinter.contracts.notifications.ProgressUpdate;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.EstimateRequest;
import io.moneyprinter.contracts.tts.Excerpt;
import io.moneyprinter.contracts.tts.RecordingRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechEstimate;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.contracts.tts.VoiceFailure;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.problem.ReceivedErrorCode;
import io.moneyprinter.service.store.Digests;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Content, speech, materials and notifications. A script's lines are its sentences, after one heading. */
public final class FakeServices
        implements ScriptWriting,
                ScriptTranslation,
                ModelExchanges,
                TextModeration,
                SpeechSynthesis,
                MaterialLibrary,
                BrandKits,
                Notifications {

    public static final String FIRST = "fake";
    public static final String SECOND = "other";

    /** The one there is. */
    public static final Edition TEMPLATE = new Edition("listicle", 7);

    public final Calls calls = new Calls();
    public final FakeRendering rendering = new FakeRendering(calls);
    public final List<ProgressUpdate> progress = new CopyOnWriteArrayList<>();
    public final List<ContentRequest> contents = new CopyOnWriteArrayList<>();
    public final List<ShotRequest> shots = new CopyOnWriteArrayList<>();
    public final List<SpeechRequest> speeches = new CopyOnWriteArrayList<>();
    public final List<EstimateRequest> estimates = new CopyOnWriteArrayList<>();
    public final List<RecordingRequest> recordings = new CopyOnWriteArrayList<>();
    public final Map<String, Notification> sent = new ConcurrentHashMap<>();
    public final Map<String, BrandKit> brands = new ConcurrentHashMap<>();
    public final Map<AssetId, Asset.Type> assets = new ConcurrentHashMap<>();

    /** Licences of assets. */
    public final Map<AssetId, String> credits = new ConcurrentHashMap<>();

    public final List<TranslationRequest> translations = new CopyOnWriteArrayList<>();
    public final List<VoiceChoice> choices = new CopyOnWriteArrayList<>();

    /** Works of which it was forgotten what models were asked. */
    public final Set<String> forgotten = ConcurrentHashMap.newKeySet();

    /** Providers of voices that cannot speak just now. */
    public final Set<String> dead = ConcurrentHashMap.newKeySet();

    /** Words of the lexicon that no voice can say the sounds of. */
    public final Set<String> soundless = ConcurrentHashMap.newKeySet();

    /** The scripts that are kept, by their versions. */
    public final Map<Edition, String> drafts = new ConcurrentHashMap<>();

    /** Whether somebody writes about topics. */
    public volatile boolean model;

    /** The first provider of voices cannot speak this sentence, nor any that follows. */
    public volatile int lostFrom = Integer.MAX_VALUE;

    public static CodedException failure(String code, ErrorKind kind, Duration retryAfter) {
        return new CodedException(
                new ReceivedErrorCode(code, kind),
                code.toLowerCase(java.util.Locale.ROOT),
                List.of(),
                retryAfter,
                null);
    }

    @Override
    public GeneratedContent generate(ContentRequest request) {
        contents.add(request);
        return calls.make("content", () -> content(request, text(request)));
    }

    private static GeneratedContent content(ContentRequest request, String text) {
        var sentences = new ArrayList<Sentence>();
        for (var line : lines(text)) {
            sentences.add(new Sentence(line, Duration.ofMillis(200), List.of("word")));
        }
        return new GeneratedContent(
                String.join("\n", lines(text)),
                "A title",
                "A description",
                List.of("key", "word"),
                "en",
                sentences.size() * 3,
                List.of(new Section(heading(text), sentences)),
                Map.of("source", "script", "provider", "own"),
                request.draft() == null && request.sources().isEmpty()
                        ? List.of()
                        : List.of(new Citation("A page", "https://example.org/page", null, LocalDate.of(2026, 11, 3))));
    }

    private static String text(ContentRequest request) {
        return request.script() == null ? "One.\nTwo." : request.script();
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String heading(String text) {
        return text.startsWith("#") ? text.substring(1, text.indexOf('\n')).strip() : "Heading";
    }

    @Override
    public ContentEstimate check(ContentRequest request) {
        if (request.topic() != null && !model) {
            throw failure("LLM_NOT_CONFIGURED", ErrorKind.INVALID, Duration.ZERO);
        }
        var template = request.template();
        if (template != null && !template.id().equals(TEMPLATE.id())) {
            throw failure("TEMPLATE_NOT_FOUND", ErrorKind.NOT_FOUND, Duration.ZERO);
        }
        if (request.topic() != null) {
            var version = template == null ? null : TEMPLATE.version();
            return new ContentEstimate("en", "A topic", 2, request.durationTarget(), 10, null, version);
        }
        var draft = request.draft() == null ? null : latest(request.draft());
        return draft == null
                ? ContentEstimate.of(content(request, text(request)), null)
                : ContentEstimate.of(content(request, drafts.get(draft)), draft.version());
    }

    private Edition latest(Edition wanted) {
        return drafts.keySet().stream()
                .filter(draft -> draft.id().equals(wanted.id()))
                .filter(draft -> wanted.version() == null || draft.equals(wanted))
                .max(Comparator.comparing(Edition::version))
                .orElseThrow(() -> failure("DRAFT_NOT_FOUND", ErrorKind.NOT_FOUND, Duration.ZERO));
    }

    /** Into words that begin with the language; those that are given have a line for each sentence. */
    @Override
    public TranslatedScript translate(TranslationRequest request) {
        check(request);
        translations.add(request);
        var before = request.content();
        var given = request.given();
        if (given == null) {
            return calls.make(
                    "translate",
                    () -> translated(
                            request,
                            before.sentences().stream()
                                    .map(sentence -> request.language() + ": " + sentence.text())
                                    .toList(),
                            request.texts().stream()
                                    .map(text -> request.language() + ": " + text)
                                    .toList()));
        }
        check(new ModerationRequest(request.language(), List.of(new FieldText("/script", given.script()))));
        var lines = given.script().lines().toList();
        if (lines.size() != before.sentences().size()) {
            throw CodedException.ofField(CommonErrorCode.FIELD_INVALID, "/script", lines.size() + " sentences");
        }
        return translated(request, lines, given.texts());
    }

    private static TranslatedScript translated(TranslationRequest request, List<String> sentences, List<String> texts) {
        var before = request.content();
        var next = sentences.iterator();
        var sections = before.sections().stream()
                .map(section -> new Section(
                        section.heading(),
                        section.sentences().stream()
                                .map(sentence -> sentence.withText(SpeechText.of(next.next())))
                                .toList()))
                .toList();
        return new TranslatedScript(
                new GeneratedContent(
                        String.join("\n", sentences),
                        request.language() + ": " + before.title(),
                        before.description(),
                        before.keywords(),
                        request.language(),
                        before.estimatedDuration(),
                        sections,
                        Map.of("source", "script", "provider", "model")),
                texts);
    }

    /** Nobody wants the word xyzzy. */
    @Override
    public void check(ModerationRequest request) {
        request.texts().stream().filter(text -> text.text().contains("xyzzy")).forEach(text -> {
            throw CodedException.ofField(
                    new ReceivedErrorCode(TextModeration.REFUSED, ErrorKind.INVALID),
                    text.pointer(),
                    "refused as magic");
        });
    }

    /** One about every work, which says whose it is. */
    @Override
    public ExchangePage exchanges(UserId userId, String work, int limit, String cursor) {
        return new ExchangePage(
                List.of(new ModelExchange(
                        "e1",
                        work + "/content/0",
                        "script",
                        "openai",
                        "tiny",
                        List.of(new ModelExchange.Turn("user", "of " + userId)),
                        "{}",
                        false,
                        10,
                        20,
                        BigDecimal.ONE,
                        null,
                        null,
                        List.of(),
                        Instant.EPOCH,
                        1.5)),
                "%d after %s".formatted(limit, cursor));
    }

    @Override
    public void forget(UserId userId, String work) {
        forgotten.add(userId + " " + work);
    }

    @Override
    public ContentEstimate check(TranslationRequest request) {
        if (request.language().equals(request.content().language())
                || request.language().equals("xx")) {
            throw CodedException.ofField(CommonErrorCode.FIELD_INVALID, "/language", "another language");
        }
        if (request.given() == null && !model) {
            throw CodedException.ofField(
                    new ReceivedErrorCode("LLM_NOT_CONFIGURED", ErrorKind.INVALID), "/script", "no model");
        }
        return new ContentEstimate(
                request.language(),
                request.content().title(),
                request.content().sentences().size(),
                6);
    }

    /** Spoken by the narrator, else by the first provider that can. */
    @Override
    public Speech synthesize(SpeechRequest request) {
        speeches.add(request);
        var index = Integer.parseInt(request.idempotencyKey().split("/")[2]);
        return calls.make("speech/" + index, () -> spoken(request, index));
    }

    private Speech spoken(SpeechRequest request, int index) {
        var failures = new ArrayList<VoiceFailure>();
        for (var provider : speakers(request)) {
            if (!dead.contains(provider) && (index < lostFrom || !provider.equals(FIRST))) {
                var key = Digests.of(provider, request.text(), request.voiceSettings());
                return new Speech(
                                new ObjectKey("speech/%s.wav".formatted(key.substring(0, 16))),
                                48_000,
                                96_000,
                                List.of(),
                                provider,
                                provider + "-voice",
                                false)
                        .after(failures)
                        .withUnpronounced(soundless.stream()
                                .filter(request.text()::contains)
                                .toList());
            }
            failures.add(new VoiceFailure(provider, provider + "-voice", "PROVIDER_DOWN", "it is dead"));
        }
        throw failure("PROVIDERS_DOWN", ErrorKind.UPSTREAM, Duration.ZERO);
    }

    private static List<String> speakers(SpeechRequest request) {
        var narrator = request.narrator();
        var first = narrator == null ? FIRST : narrator.provider();
        return List.of().equals(request.voiceSettings().fallbacks())
                ? List.of(first)
                : Stream.of(first, FIRST, SECOND).distinct().toList();
    }

    @Override
    public List<Excerpt> cut(RecordingRequest request) {
        recordings.add(request);
        var sentences = new ArrayList<Excerpt>();
        while (sentences.size() < request.sentences().size()) {
            var key = new ObjectKey("speech/r" + sentences.size() + ".wav");
            var speech = new Speech(key, 48_000, 96_000, List.of(), "recording", "recording", false);
            sentences.add(new Excerpt(speech, Duration.ofSeconds(10L + 5 * sentences.size())));
        }
        return sentences;
    }

    @Override
    public Voice choose(VoiceChoice choice) {
        choices.add(choice);
        if ("nobody".equals(choice.voiceSettings().voice())) {
            throw failure("VOICE_UNKNOWN", ErrorKind.NOT_FOUND, Duration.ZERO);
        }
        if (choice.language().equals("xh")) {
            throw failure("LANGUAGE_NOT_SPOKEN", ErrorKind.INVALID, Duration.ZERO);
        }
        return voices().getFirst();
    }

    /** A character costs a thousandth. */
    @Override
    public SpeechEstimate estimate(EstimateRequest request) {
        estimates.add(request);
        var characters = request.sentences().stream().mapToInt(String::length).sum();
        return new SpeechEstimate(
                request.language(),
                FIRST,
                FIRST + "-voice",
                true,
                request.sentences().size(),
                0,
                characters,
                BigDecimal.valueOf(characters, 3),
                BigDecimal.valueOf(1_000),
                Charge.CURRENCY);
    }

    @Override
    public Charge charged(UserId userId, String work) {
        var characters = speeches.stream()
                .filter(request -> request.idempotencyKey().startsWith(work + "/"))
                .mapToInt(request -> request.text().length())
                .sum();
        return new Charge(characters, BigDecimal.valueOf(characters, 3), Charge.CURRENCY);
    }

    @Override
    public List<Voice> voices() {
        return List.of(new Voice(FIRST, FIRST + "-voice", "Voice", "en", "female", List.of("Latn"), true, false));
    }

    @Override
    public Shot shot(ShotRequest request) {
        shots.add(request);
        return calls.make(
                "shot/" + request.index(),
                () -> request.text().contains("footage")
                        ? new Shot(visuals(request), "pixabay", CREDIT, List.of(THROTTLED))
                        : request.text().contains("scored") && !own(request)
                                ? scored(request)
                                : own(request)
                                        ? new Shot(
                                                visuals(request),
                                                "own",
                                                null,
                                                List.of(),
                                                request.materials().assetIds())
                                        : new Shot(visuals(request), "designed", null));
    }

    /** The first photo that is not excluded. */
    private static Shot scored(ShotRequest request) {
        var number = 1;
        while (request.exclude().contains("pexels/" + number)) {
            number++;
        }
        var score = new ShotScore(
                "pexels/" + number,
                "bees",
                0.8,
                0.9,
                1,
                1,
                0.8,
                1,
                1,
                List.of("shows '%s'"
                        .formatted(
                                request.searchTerms().isEmpty()
                                        ? "bees"
                                        : request.searchTerms().getFirst())));
        return new Shot(List.of(still("shots/scored-" + number + ".png")), "pexels", CREDIT)
                .withScores(List.of(score))
                .withPassedOver(List.of("library: nothing about it"));
    }

    /** Of sentences about footage. */
    public static final String CREDIT = "Video by Ada Meadow on Pixabay (https://pixabay.com/videos/id-1/)";

    private static final SourceFailure THROTTLED =
            new SourceFailure("pexels", "STOCK_THROTTLED", "Pexels wants to be asked less often");

    /** Two for sentences that say so, a drawn one for those that say that. */
    private static List<Visual> visuals(ShotRequest request) {
        if (own(request)) {
            var asset = request.materials().assetIds().getFirst();
            return List.of(still("assets/" + asset + ".png"));
        }
        var name = "shots/p" + Digests.of(request.text(), request.width()).substring(0, 16);
        if (request.text().contains("drawn")) {
            return List.of(new Visual.Composition(List.of(new Visual.Layer(
                    new ObjectKey(name + ".png"),
                    request.width(),
                    request.height(),
                    0,
                    0,
                    0,
                    0,
                    Visual.Entrance.NONE))));
        }
        return request.text().contains("two")
                ? List.of(still(name + "-a.png"), still(name + "-b.png"))
                : List.of(still(name + ".png"));
    }

    private static boolean own(ShotRequest request) {
        return List.of(MaterialSource.OWN).equals(request.materials().sources());
    }

    private static Visual still(String key) {
        return new Visual.Still(new ObjectKey(key), 100, 100, 1, 1.1, 0.5, 0.5);
    }

    @Override
    public Asset asset(UserId userId, AssetId assetId) {
        var type = assets.get(assetId);
        if (type == null) {
            throw new CodedException(CommonErrorCode.RESOURCE_NOT_FOUND, "no asset " + assetId);
        }
        return new Asset(
                assetId,
                "file",
                type,
                "x/y",
                1,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Asset.ProcessingStatus.READY,
                false,
                false,
                false,
                credits.get(assetId),
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null);
    }

    @Override
    public ObjectKey media(UserId userId, AssetId assetId) {
        asset(userId, assetId);
        return new ObjectKey("assets/" + assetId + ".mp3");
    }

    @Override
    public List<Visual.Proxy> proxies(UserId userId, AssetId assetId, ObjectKey media, VideoId film) {
        asset(userId, assetId);
        return List.of();
    }

    @Override
    public BrandKit brand(UserId userId, String brandId) {
        var kit = brands.get(brandId);
        if (kit == null) {
            throw new CodedException(CommonErrorCode.RESOURCE_NOT_FOUND, "no brand " + brandId);
        }
        return kit;
    }

    @Override
    public DeliveryReport send(Notification notification) {
        return calls.make("notify/" + notification.type(), () -> {
            sent.putIfAbsent(notification.id(), notification);
            return new DeliveryReport(notification.id(), Map.of("websocket", "success"));
        });
    }

    @Override
    public void progress(ProgressUpdate update) {
        progress.add(update);
    }

    /** What a test may wait for. */
    public boolean cancelled(VideoId id) {
        return rendering.cancelled.contains(id);
    }
}
