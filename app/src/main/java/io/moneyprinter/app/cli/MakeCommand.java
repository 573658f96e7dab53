package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.contracts.content.Variation;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter make}: one video, from words to files. */
@Command(
        name = "make",
        description =
                "Makes one video and writes NAME.mp4, NAME.srt, NAME.vtt and NAME.jpg, or only what is heard or read"
                        + " of it. Files of these names are replaced.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:what was asked for is there",
            "1:it could not be made",
            "2:something is wrong with what was asked for"
        })
final class MakeCommand implements Callable<Integer> {

    private static final List<String> MATERIALS =
            List.of("jpg", "jpeg", "png", "webp", "gif", "mp4", "mov", "m4v", "webm", "mkv");
    private static final List<String> SOUNDS = List.of("mp3", "wav", "ogg", "flac", "m4a", "opus");

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Words source = new Words();

    static final class Words {

        @Parameters(
                paramLabel = "FILE|URL",
                arity = "0..1",
                description = "a script in Markdown or plain text; or, to summarise it, a PDF, DOCX, ODT or EPUB"
                        + " file, or the address of a page or of such a document")
        private @Nullable String file;

        @Option(names = "--script", paramLabel = "FILE", description = "a script in Markdown or plain text")
        private @Nullable String script;

        @Option(
                names = "--article",
                paramLabel = "FILE|URL",
                description = "a text, Markdown, HTML or document file, or an address, to summarise; several are"
                        + " summarised together")
        private @Nullable List<String> articles;

        @Option(names = "--feed", paramLabel = "URL", description = "an RSS or Atom feed, to summarise an item of it")
        private @Nullable String feed;

        @Option(names = "--topic", description = "a subject to write about; needs a language model")
        private @Nullable String topic;

        @Option(
                names = "--draft",
                paramLabel = "ID[@VERSION]",
                converter = EditionConverter.class,
                description = "a script that you keep; GET /api/v1/content/drafts lists them")
        private @Nullable Edition draft;
    }

    @Option(names = "--item", description = "which item of the feed: its id, link or title; the newest by default")
    private @Nullable String item;

    @Option(
            names = "--template",
            paramLabel = "ID[@VERSION]",
            converter = EditionConverter.class,
            description = "how a video of its kind is built, for topics and texts to summarise; needs a language model;"
                    + " GET /api/v1/content/templates lists them")
    private @Nullable Edition template;

    @Option(
            names = "--hook",
            description =
                    "how it opens, such as question or surprise, for topics and texts to summarise; needs a language"
                            + " model")
    private @Nullable String hook;

    @Option(
            names = "--order",
            description = "in which order it is told, such as result_first, for topics and texts to summarise; needs a"
                    + " language model")
    private @Nullable String order;

    @Option(names = "--title", description = "title of the video")
    private @Nullable String title;

    @Option(names = "--language", description = "language of the text, such as en or pt-BR; detected by default")
    private @Nullable String language;

    @Option(names = "--voice", description = "who speaks; GET /api/v1/tts/voices lists them")
    private @Nullable String voice;

    @Option(names = "--provider", description = "who makes the voice, such as neural, marytts, edge")
    private @Nullable String provider;

    @Option(names = "--rate", description = "speaking rate, 0.5 to 2.0")
    private @Nullable Double rate;

    @Option(names = "--style", description = "how to speak, such as cheerful; for voices that can be asked for it")
    private @Nullable String style;

    @Option(names = "--style-degree", description = "how strongly, 0.01 to 2.0; for voices that can be asked for it")
    private @Nullable Double styleDegree;

    @Option(names = "--aspect", description = "9:16 (default), 16:9, 1:1, 4:5 or 4:3")
    private @Nullable String aspect;

    @Option(names = "--resolution", paramLabel = "WxH", description = "exact size in pixels, such as 720x1280")
    private @Nullable String resolution;

    @Option(names = "--fps", description = "24, 25, 30 (default), 50 or 60")
    private @Nullable Integer fps;

    @Option(
            names = "--music",
            paramLabel = "MOOD|GENRE|FILE",
            description =
                    "auto (default), none, a mood (calm, upbeat, dramatic, dreamy, happy, dark, energetic, hopeful),"
                            + " a genre (ambient, lofi, corporate, cinematic, electronic, acoustic), both such as lofi:calm, or an"
                            + " audio file")
    private @Nullable String music;

    @Option(names = "--cut-on-beat", description = "change pictures on a beat of the music where one is near")
    private boolean cutOnBeat;

    @Option(names = "--narration", paramLabel = "FILE", description = "a recording of the whole script, used as voice")
    private @Nullable Path narration;

    @Option(
            names = "--visual-style",
            description = "how drawn pictures look: ${COMPLETION-CANDIDATES}; another one for each video by default")
    private @Nullable VisualStyle visualStyle;

    @ArgGroup
    private @Nullable Colours branding;

    static final class Colours {

        @Option(
                names = "--brand",
                paramLabel = "NAME|ID",
                description = "colours, letters and logo that you keep; GET /api/v1/materials/brands lists them")
        private @Nullable String kept;

        @Option(
                names = "--colours",
                paramLabel = "#RRGGBB",
                split = ",",
                description = "1 to 5 colours of drawn pictures and cards, separated by commas, the one that is to be"
                        + " seen most first")
        private @Nullable List<String> given;
    }

    @Option(names = "--materials", paramLabel = "DIR", description = "pictures and videos to show, by file name")
    private @Nullable Path materials;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "wanted length; no word of a script is left out, but its pauses and the pace of its voice may"
                    + " change a little")
    private @Nullable Integer duration;

    @ArgGroup
    private @Nullable Extent extent;

    static final class Extent {

        @Option(
                names = "--audio-only",
                description = "no pictures: NAME.m4a with NAME.srt, NAME.vtt, NAME.ass and the times of the words in"
                        + " NAME.words.json; music only if asked for")
        private boolean audio;

        @Option(
                names = "--captions-only",
                description = "NAME.srt, NAME.vtt, NAME.ass and NAME.words.json alone; with --narration, those of the"
                        + " recording")
        private boolean captions;
    }

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where the video goes, ending in .mp4; .m4a, .mp3, .opus or .wav with --audio-only, .srt with"
                    + " --captions-only")
    private @Nullable Path out;

    @Mixin
    private ReportOptions reporting = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        var origins = origins();
        var materialFiles = materials == null ? List.<Path>of() : materialFiles(materials);
        var target = target(origins);
        if (narration != null && !Files.isReadable(narration)) {
            throw wrong("--narration: there is no readable file %s".formatted(narration));
        }

        checkColours();

        var console = reporting.report(spec.commandLine());
        try (var production = new Production(console)) {
            production.connect();
            var assets = materialFiles.stream()
                    .map(production::upload)
                    .map(Asset::assetId)
                    .toList();
            var request = request(origins, production, assets, music(production), sound(production, target));
            return production.make(request, target) ? ExitCodes.OK : ExitCodes.FAILED;
        } catch (CodedException refused) {
            console.refused(refused);
            throw refused;
        }
    }

    /** The texts that were named; a script is one of them. */
    private List<Origin> origins() {
        if (item != null && source.feed == null) {
            throw wrong("--item: there is no --feed that it could be of");
        }
        var named = new ArrayList<Origin>();
        try {
            if (source.file != null) {
                named.add(Origin.of("FILE", source.file));
            }
            if (source.script != null) {
                named.add(Origin.of("--script", source.script));
            }
            if (source.articles != null) {
                source.articles.forEach(article -> named.add(Origin.of("--article", article)));
            }
        } catch (CodedException unreadable) {
            throw wrong(String.valueOf(unreadable.getMessage()));
        }
        if (source.script != null && !(named.getFirst() instanceof Origin.Text)) {
            throw wrong("--script: %s is no text (expected: a file to speak; --article summarises others)"
                    .formatted(source.script));
        }
        return List.copyOf(named);
    }

    /** What is spoken as it is. */
    private @Nullable String script(List<Origin> origins) {
        return source.articles == null
                        && !origins.isEmpty()
                        && origins.getFirst() instanceof Origin.Text(var file, var text)
                ? text
                : null;
    }

    /** A lone text that was not sent from elsewhere. */
    private @Nullable String article(List<Origin> origins) {
        return source.articles != null
                        && origins.size() == 1
                        && origins.getFirst() instanceof Origin.Text(var file, var text)
                ? text
                : null;
    }

    private @Nullable List<Source> sources(List<Origin> origins, Production production) {
        if (source.feed != null) {
            return List.of(Source.ofFeed(source.feed, item));
        }
        return origins.isEmpty() || script(origins) != null || article(origins) != null
                ? null
                : origins.stream().map(origin -> origin.source(production)).toList();
    }

    private VideoRequest request(
            List<Origin> origins,
            Production production,
            List<AssetId> assets,
            @Nullable String music,
            @Nullable SoundSettings sound) {
        var request = new VideoRequest(
                title,
                source.topic,
                script(origins),
                article(origins),
                language,
                null,
                null,
                null,
                null,
                new VoiceSettings(provider, voice, null, rate, null, null, null, null).withStyle(style, styleDegree),
                VideoSettings.DEFAULT
                        .withAspect(aspect)
                        .withResolution(resolution)
                        .withFps(fps)
                        .withMusic(music)
                        .withSound(sound)
                        .withPicture(cutOnBeat ? PictureSettings.DEFAULT.withCutOnBeat(true) : null)
                        .withDurationTarget(duration)
                        .withVisualStyle(visualStyle)
                        .withBrand(brand(production)),
                assets.isEmpty() ? null : new MaterialSettings(assets, null));
        return request.withProduce(produce() == Produce.VIDEO ? null : produce())
                .withSources(sources(origins, production))
                .withDraft(source.draft)
                .withTemplate(template)
                .withVariation(hook == null && order == null ? null : new Variation(hook, order));
    }

    private void checkColours() {
        if (branding == null || branding.given == null) {
            return;
        }
        var wrong = branding.given.stream()
                .filter(colour -> !colour.strip().matches("#[0-9a-fA-F]{6}"))
                .findFirst();
        if (wrong.isPresent() || branding.given.size() > 5) {
            throw wrong("--colours: '%s' (expected: 1 to 5 colours such as #0b5fff,#ffffff)"
                    .formatted(wrong.orElse(String.join(",", branding.given))));
        }
    }

    private @Nullable Brand brand(Production production) {
        if (branding == null) {
            return null;
        }
        if (branding.given != null) {
            return Brand.ofColours(branding.given.stream().map(String::strip).toList());
        }
        var wanted = Objects.requireNonNull(branding.kept);
        var kept = production.brands();
        var found = kept.stream()
                .filter(kit -> kit.brandId().equals(wanted) || kit.name().equalsIgnoreCase(wanted))
                .toList();
        if (found.size() != 1) {
            throw wrong("--brand: %s '%s' (expected: the name or the id of one of %s)"
                    .formatted(
                            found.isEmpty() ? "no brand is called" : found.size() + " brands are called",
                            wanted,
                            kept.stream()
                                    .map(kit -> "%s (%s)".formatted(kit.name(), kit.brandId()))
                                    .toList()));
        }
        return Brand.kept(found.getFirst().brandId());
    }

    private Produce produce() {
        if (extent == null) {
            return Produce.VIDEO;
        }
        return extent.audio ? Produce.AUDIO : Produce.CAPTIONS;
    }

    private @Nullable SoundSettings sound(Production production, Target target) {
        var recording = narration == null ? null : production.upload(narration).assetId();
        var format = target.sound();
        return recording == null && format == null
                ? null
                : new SoundSettings(recording, null, null, null, null, format);
    }

    /** A mood stays as it is; a file is given to the server. */
    private @Nullable String music(Production production) {
        if (music == null || !SOUNDS.contains(extension(Path.of(music)))) {
            return music;
        }
        var file = Path.of(music);
        if (!Files.isReadable(file)) {
            throw wrong("--music: there is no readable file %s".formatted(file));
        }
        return production.upload(file).assetId().value();
    }

    private Target target(List<Origin> origins) {
        var produce = produce();
        if (out != null) {
            if (!Target.endings(produce).contains(extension(out))) {
                throw wrong("--out: '%s' (expected: a name ending in .%s)"
                        .formatted(out, String.join(", .", Target.endings(produce))));
            }
            var folder = out.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw wrong("--out: there is no directory %s".formatted(folder));
            }
            return target(Target.of(out, extension(out)));
        }
        var named = origins.isEmpty() ? null : origins.getFirst().named();
        var ending = Target.endings(produce).getFirst();
        return named == null
                ? Target.byTitle(ending)
                : target(Target.of(Path.of(baseName(named) + "." + ending), ending));
    }

    private Target target(Target target) {
        if (narration != null && target.overwrites(narration)) {
            throw wrong("--out: the result would replace %s (expected: another name)".formatted(narration));
        }
        return target;
    }

    private List<Path> materialFiles(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw wrong("--materials: there is no directory %s".formatted(directory));
        }
        try (var files = Files.list(directory)) {
            var found = files.filter(file -> MATERIALS.contains(extension(file)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw wrong("--materials: no pictures or videos in %s (expected: %s)"
                        .formatted(directory, String.join(", ", MATERIALS)));
            }
            return found;
        }
    }

    private static String extension(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String baseName(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
