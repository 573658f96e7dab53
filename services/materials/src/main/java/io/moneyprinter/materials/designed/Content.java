package io.moneyprinter.materials.designed;

import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.materials.designed.Panels.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a sentence has to show.
 *
 * @param pictogram the picture of simple forms that its words call for, null without one
 * @param icon of its most telling word, null without one
 * @param tiles things that it names, each with an icon of its own, three to six; empty when one has none
 * @param lines that its point can be parted into
 */
record Content(
        Gist gist,
        Facts facts,
        @Nullable Pictogram pictogram,
        @Nullable Icon icon,
        List<Tile> tiles,
        int lines) {

    /** @param text the sentence, or the part of it that the picture is for */
    static Content of(ShotRequest request, String text) {
        var gist = Gist.of(text, request.keywords(), request.language());
        // What is quoted, counted or enumerated is so in the whole sentence.
        var facts = Facts.of(request.text(), request.language());
        var words = Words.of(text, request.language());
        var telling = words.words().stream()
                .filter(word -> !word.small())
                .map(Words.Word::text)
                .toList();
        return new Content(
                gist,
                facts,
                Pictogram.of(telling),
                icon(gist, telling),
                tiles(facts.items(), request.language()),
                Lockup.parts(gist.phrase(), request.language()).size());
    }

    private static @Nullable Icon icon(Gist gist, List<String> telling) {
        return Stream.concat(Stream.of(gist.word()), telling.stream())
                .flatMap(word -> Stream.ofNullable(Icon.of(word)))
                .findFirst()
                .orElse(null);
    }

    private static List<Tile> tiles(List<String> items, String language) {
        var tiles = new ArrayList<Tile>();
        for (var item : items) {
            var icon = Icon.ofPhrase(Words.of(item, language));
            if (icon == null || tiles.stream().anyMatch(tile -> tile.icon().equals(icon))) {
                return List.of();
            }
            tiles.add(new Tile(icon, item));
        }
        return tiles;
    }
}
