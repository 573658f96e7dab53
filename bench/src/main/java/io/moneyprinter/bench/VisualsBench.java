package io.moneyprinter.bench;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Films whose pictures are all drawn, of sentences that call for many layouts. */
record VisualsBench(MaterialLibrary materials, Canvas canvas) {

    private static final List<String> SENTENCES = List.of(
            "The secret life of cities at night",
            "A coffee costs $4 in Rome and $6 in Paris.",
            "A single hive can hold 40,000 bees.",
            "Germany has 83 million people, France 68 million, Italy 59 million and Spain 48 million.",
            "“The dance is a map of the sky,” said Karl von Frisch.",
            "Wind gave 45 percent, sun 30 percent and coal 25 percent.",
            "Good bread takes flour, warm water, sea salt and a little patience.",
            "Small habits quietly change the shape of a whole life.",
            "It rose from 5 million in 1990 to 9 million in 2005, and to 24 million in 2020.",
            "All you need is a book, a camera, a bicycle and a cup of coffee.",
            "In 1903 the first plane flew, and in 1969 people walked on the moon.",
            "The ocean keeps its coldest secrets far below.");

    /** @param cost of drawing */
    record Drawn(PlanRequest request, Cost cost) {}

    /** The same film with drawn pictures; they are drawn side by side. */
    Drawn draw(PlanRequest film, VisualStyle style) throws InterruptedException, ExecutionException {
        var shots = new ArrayList<Shot>();
        var cost = Cost.of(() -> shots.addAll(shots(film, style)));
        var sentences = new ArrayList<SpokenSentence>();
        for (var i = 0; i < shots.size(); i++) {
            var spoken = film.sentences().get(i);
            sentences.add(new SpokenSentence(spoken.text(), spoken.pauseAfter(), spoken.speech(), shots.get(i)));
        }
        return new Drawn(film.fitted(Map.of(), sentences), cost);
    }

    private List<Shot> shots(PlanRequest film, VisualStyle style) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Shot>>();
            for (var i = 0; i < film.sentences().size(); i++) {
                var request = request(film, i, style);
                work.add(() -> materials.shot(request));
            }
            var shots = new ArrayList<Shot>();
            for (var done : threads.invokeAll(work)) {
                shots.add(done.get());
            }
            return shots;
        }
    }

    private ShotRequest request(PlanRequest film, int index, VisualStyle style) {
        var spoken = film.sentences().get(index);
        var seconds = (double) spoken.speech().samples() / spoken.speech().sampleRate();
        return new ShotRequest(
                UserId.LOCAL,
                new VideoId("bench-" + style),
                index,
                film.sentences().size(),
                SENTENCES.get(index % SENTENCES.size()),
                null,
                List.of(),
                SENTENCES.getFirst(),
                "en",
                Duration.ofMillis(Math.round(seconds * 1_000)).plus(spoken.pauseAfter()),
                canvas.width(),
                canvas.height(),
                film.seed(),
                new MaterialSettings(null, List.of(MaterialSource.DESIGNED)),
                List.of(),
                List.of(),
                style);
    }
}
