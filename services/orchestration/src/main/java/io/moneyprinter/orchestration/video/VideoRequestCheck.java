package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.job.Music;
import io.moneyprinter.orchestration.progress.Weights;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be said of a request without asking anybody. */
@Component
class VideoRequestCheck {

    private static final String ONE_SOURCE = "exactly one of topic, script, article, sources and draft";

    private final Validator validator;

    VideoRequestCheck(Validator validator) {
        this.validator = validator;
    }

    /** What its own constraints say of it. */
    FieldErrors constraints(Object request) {
        var errors = new FieldErrors();
        validator.validate(request).forEach(errors::add);
        return errors;
    }

    FieldErrors check(VideoRequest request) {
        var errors = constraints(request);
        checkSource(request, errors);
        checkTexts(request, errors);
        texts(request).forEach(text -> checkText(text, errors));
        checkLanguage("/language", request.language(), errors);
        var voice = request.voiceSettings();
        checkLanguage("/voice_settings/language", voice == null ? null : voice.language(), errors);
        checkHeard(request, errors);
        checkPicture(request.videoSettings(), request, errors);
        checkSources(request, errors);
        var variation = request.variation();
        if (variation != null && variation.hook() == null && variation.order() == null) {
            errors.add("/variation", "neither hook nor order (expected: at least one)");
        }
        return errors;
    }

    private static void checkSource(VideoRequest request, FieldErrors errors) {
        var given = Stream.of(
                        new Text("/topic", request.topic()),
                        new Text("/script", request.script()),
                        new Text("/article", request.article()))
                .filter(source -> source.value() != null)
                .toList();
        var pointers = new ArrayList<>(given.stream().map(Text::pointer).toList());
        if (request.sources() != null) {
            pointers.add("/sources");
        }
        if (request.draft() != null) {
            pointers.add("/draft");
        }
        if (pointers.isEmpty()) {
            errors.add("/topic", "missing (expected: %s)".formatted(ONE_SOURCE));
        }
        if (pointers.size() > 1) {
            var names = pointers.stream().map(pointer -> pointer.substring(1)).toList();
            pointers.forEach(pointer ->
                    errors.add(pointer, "%s are given (expected: %s)".formatted(String.join(", ", names), ONE_SOURCE)));
        }
        Stream.concat(given.stream(), Stream.of(new Text("/title", request.title())))
                .filter(text -> text.value() != null && text.value().isBlank() && !errors.at(text.pointer()))
                .forEach(text -> errors.add(text.pointer(), "blank (expected: some words)"));
    }

    private static void checkTexts(VideoRequest request, FieldErrors errors) {
        var sources = Objects.requireNonNullElse(request.sources(), List.<Source>of());
        for (var index = 0; index < sources.size(); index++) {
            var source = sources.get(index);
            var pointer = "/sources/" + index;
            if (source == null) {
                errors.add(pointer, "null (expected: a source)");
                continue;
            }
            if (source.given() != 1) {
                errors.add(
                        pointer,
                        "%d are given (expected: exactly one of url, feed, asset_id and text)"
                                .formatted(source.given()));
            }
            if (source.item() != null && source.feed() == null) {
                errors.add(pointer + "/item", "given without a feed (expected: both, or none)");
            }
            Stream.of(
                            new Text(pointer + "/url", source.url()),
                            new Text(pointer + "/feed", source.feed()),
                            new Text(pointer + "/item", source.item()),
                            new Text(pointer + "/text", source.text()),
                            new Text(pointer + "/title", source.title()))
                    .forEach(text -> checkText(text, errors));
        }
    }

    private static Stream<Text> texts(VideoRequest request) {
        var keywords = Objects.requireNonNullElse(request.keywords(), List.<String>of());
        return Stream.concat(
                Stream.of(
                        new Text("/title", request.title()),
                        new Text("/topic", request.topic()),
                        new Text("/script", request.script()),
                        new Text("/article", request.article()),
                        new Text("/draft/id", id(request.draft())),
                        new Text("/template/id", id(request.template())),
                        new Text("/style", request.style()),
                        new Text("/tone", request.tone()),
                        new Text("/target_audience", request.targetAudience())),
                IntStream.range(0, keywords.size())
                        .mapToObj(index -> new Text("/keywords/" + index, keywords.get(index))));
    }

    private static @Nullable String id(@Nullable Edition edition) {
        return edition == null ? null : edition.id();
    }

    /** Text that no database and no file can hold is refused here, by name, and not somewhere on the way. */
    static void checkText(Text text, FieldErrors errors) {
        var value = text.value();
        if (value == null) {
            if (text.pointer().startsWith("/keywords/")) {
                errors.add(text.pointer(), "null (expected: a word)");
            }
            return;
        }
        if (value.indexOf('\0') >= 0) {
            errors.add(text.pointer(), "holds the character U+0000 (expected: text)");
        }
        if (value.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            errors.add(text.pointer(), "holds half of a surrogate pair (expected: text)");
        }
    }

    static void checkLanguage(String pointer, @Nullable String language, FieldErrors errors) {
        if (language == null) {
            return;
        }
        try {
            if (new Locale.Builder()
                    .setLanguageTag(language)
                    .build()
                    .getLanguage()
                    .isEmpty()) {
                errors.add(pointer, "'%s' (expected: a BCP 47 tag such as en or pt-BR)".formatted(language));
            }
        } catch (IllformedLocaleException e) {
            errors.add(pointer, "'%s' (expected: a BCP 47 tag such as en or pt-BR)".formatted(language));
        }
    }

    private static void checkHeard(VideoRequest request, FieldErrors errors) {
        var voice = request.voiceSettings();
        if (request.produced() == Produce.AUDIO
                && SoundSettings.of(request.videoSettings()).narration() == null
                && voice != null
                && VoiceSettings.NO_VOICE.equals(voice.provider())) {
            errors.add("/voice_settings/provider", "none, so there is nothing to hear (expected: somebody who speaks)");
        }
    }

    private static void checkPicture(@Nullable VideoSettings settings, VideoRequest request, FieldErrors errors) {
        if (settings == null) {
            return;
        }
        if (!errors.at("/video_settings/aspect") && !errors.at("/video_settings/resolution")) {
            try {
                Weights.canvas(request);
            } catch (IllegalArgumentException e) {
                var message = Objects.requireNonNullElse(e.getMessage(), "not possible");
                var field = message.startsWith("fps") ? "fps" : "resolution";
                errors.add("/video_settings/" + field, message.substring(message.indexOf(' ') + 1));
            }
        }
        var brand = settings.brand();
        if (brand != null && brand.brandId() == null && brand.colours() == null) {
            errors.add("/video_settings/brand", "neither brand_id nor colours (expected: one of them)");
        }
        try {
            Music.asset(settings);
        } catch (IllegalArgumentException e) {
            errors.add("/video_settings/music", "'%s' (expected: %s)".formatted(settings.music(), Music.expected()));
        }
    }

    private static void checkSources(VideoRequest request, FieldErrors errors) {
        var materials = request.materials();
        if (materials == null) {
            return;
        }
        var sources = materials.sources();
        if (sources != null && (sources.isEmpty() || sources.stream().anyMatch(Objects::isNull))) {
            errors.add("/materials/sources", "none or null (expected: some of own, stock, designed)");
        }
        var assets = materials.assetIds();
        if (assets != null && assets.stream().anyMatch(Objects::isNull)) {
            errors.add("/materials/asset_ids", "holds null (expected: ids of assets)");
        }
    }

    record Text(String pointer, @Nullable String value) {}
}
