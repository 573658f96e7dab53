package io.moneyprinter.orchestration.fake;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Content, speech, materials and notifications. A script's lines are its sentences, after one heading. */
public final class FakeServices implements ScriptWriting, SpeechSynthesis, MaterialLibrary, Notifications {

    public static final String FIRST = "fake";
    public static final String SECOND = "other";

    public final Calls calls = new Calls();
    public final FakeRendering rendering = new FakeRendering(calls);
    public final List<ProgressUpdate> progress = new CopyOnWriteArrayList<>();
    public final List<ContentRequest> contents = new CopyOnWriteArrayList<>();
    public final List<ShotRequest> shots = new CopyOnWriteArrayList<>();
    public final List<SpeechRequest> speeches = new CopyOnWriteArrayList<>();
    public final List<EstimateRequest> estimates = new CopyOnWriteArrayList<>();
    public final List<RecordingRequest> recordings = new CopyOnWriteArrayList<>();
    public final Map<String, Notification> sent = new ConcurrentHashMap<>();
    public final Map<AssetId, Asset.Type> assets = new ConcurrentHashMap<>();

    /** Providers of voices that cannot speak just now. */
    public final Set<String> dead = ConcurrentHashMap.newKeySet();

    /** Words of the lexicon that no voice can say the sounds of. */
    public final Set<String> soundless = ConcurrentHashMap.newKeySet();

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
        return calls.make("content", () -> content(request));
    }

    private static GeneratedContent content(ContentRequest request) {
        var sentences = new ArrayList<Sentence>();
        for (var line : lines(request)) {
            sentences.add(new Sentence(line, Duration.ofMillis(200), List.of("word")));
        }
        return new GeneratedContent(
                String.join("\n", lines(request)),
                "A title",
                "A description",
                List.of("key", "word"),
                "en",
                sentences.size() * 3,
                List.of(new Section(heading(request), sentences)),
                Map.of("source", "script", "provider", "own"));
    }

    private static List<String> lines(ContentRequest request) {
        var text = request.script() == null ? "One.\nTwo." : request.script();
        return Arrays.stream(text.split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String heading(ContentRequest request) {
        var script = request.script();
        return script != null && script.startsWith("#")
                ? script.substring(1, script.indexOf('\n')).strip()
                : "Heading";
    }

    @Override
    public ContentEstimate check(ContentRequest request) {
        if (request.topic() != null && !model) {
            throw failure("LLM_NOT_CONFIGURED", ErrorKind.INVALID, Duration.ZERO);
        }
        if (request.topic() != null) {
            return new ContentEstimate("en", "A topic", 2, request.durationTarget(), 10, null, List.of());
        }
        var text = String.join("\n", lines(request));
        return new ContentEstimate(
                "en",
                "A title",
                lines(request).size(),
                lines(request).size() * 3,
                text.length(),
                text,
                List.of(heading(request)));
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
        if ("nobody".equals(choice.voiceSettings().voice())) {
            throw failure("VOICE_UNKNOWN", ErrorKind.NOT_FOUND, Duration.ZERO);
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
        return List.of(new Voice(FIRST, FIRST + "-voice", "Voice", "en", null, List.of("Latn"), true, false));
    }

    @Override
    public Shot shot(ShotRequest request) {
        shots.add(request);
        return calls.make(
                "shot/" + request.index(),
                () -> request.text().contains("footage")
                        ? new Shot(visuals(request), "pixabay", CREDIT, List.of(THROTTLED))
                        : new Shot(visuals(request), own(request) ? "own" : "designed", null));
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
        return new Asset(assetId, "file", type, "x/y", 1, null, null, null, Instant.EPOCH);
    }

    @Override
    public ObjectKey media(UserId userId, AssetId assetId) {
        asset(userId, assetId);
        return new ObjectKey("assets/" + assetId + ".mp3");
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
