package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.SoundTraits;
import io.moneyprinter.materials.traits.Levels;
import io.moneyprinter.materials.words.Lexemes;
import io.moneyprinter.materials.words.Lexemes.Weight;
import io.moneyprinter.materials.words.SearchWords;
import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what assets are found by. Part of the transaction that changes an asset; whoever calls holds its owner's lock. */
final class AssetIndex {

    private final JdbcClient jdbc;

    AssetIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(UserId owner, Asset asset) {
        var lexemes = lexemes(asset);
        var before = words(asset.assetId());
        jdbc.sql("""
                        update materials.asset set search = :search::tsvector, facets = :facets, embed_after = now()
                        where id = :id""")
                .param("search", lexemes.vector(owner.value()))
                .param("facets", lexemes.marks().toArray(String[]::new))
                .param("id", asset.assetId().value())
                .update();
        var after = lexemes.words();
        add(owner, without(after, before));
        remove(owner, without(before, after));
    }

    void remove(UserId owner, AssetId id) {
        var before = words(id);
        jdbc.sql("delete from materials.asset_embedding where asset_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("update materials.asset set search = '', facets = '{}' where id = :id")
                .param("id", id.value())
                .update();
        remove(owner, before);
    }

    static Lexemes lexemes(Asset asset) {
        var found = new Lexemes()
                .words(title(asset.filename()), Weight.A)
                .mark("type", asset.fileType().name());
        asset.tags().forEach(tag -> found.words(tag, Weight.A).mark("tag", tag));
        if (asset.category() != null) {
            found.words(asset.category(), Weight.B).mark("category", asset.category());
        }
        if (asset.description() != null) {
            found.words(asset.description(), Weight.C);
        }
        if (asset.isFavourite()) {
            found.mark("favourite", "true");
        }
        var traits = asset.traits();
        if (traits != null) {
            traits.tags().forEach(tag -> found.words(tag, Weight.D));
            if (traits.orientation() != null) {
                found.mark("orientation", traits.orientation().name());
            }
            traits.colours().forEach(colour -> found.mark("colour", colour.name()));
            if (traits.brightness() != null) {
                found.mark("brightness", Levels.brightness(traits.brightness()));
            }
            if (traits.motion() != null) {
                found.mark("motion", Levels.motion(traits.motion()));
            }
            if (traits.freeArea() != null) {
                found.mark("free_area", traits.freeArea().name());
            }
            found.mark("audible", Boolean.toString(traits.audible()));
            if (traits.sound() != null) {
                heard(traits.sound(), found);
            }
        }
        if (asset.fileType() == Asset.Type.AUDIO) {
            said(asset, found);
        }
        return found;
    }

    private static void heard(SoundTraits sound, Lexemes found) {
        sound.moods().forEach(mood -> found.mark("mood", mood));
        var pace = SoundTraits.pace(sound.bpm());
        if (pace != null) {
            found.mark("tempo", pace);
        }
        if (sound.bpm() != null || !sound.moods().isEmpty()) {
            found.mark("music", "true");
        }
        found.mark("loopable", Boolean.toString(sound.loopable()));
    }

    /** Genres cannot be measured; whoever says one, or a mood, knows it. */
    private static void said(Asset asset, Lexemes found) {
        Stream.concat(asset.tags().stream(), Stream.ofNullable(asset.category()))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .forEach(word -> {
                    Genre.named(word).ifPresent(genre -> found.mark("genre", genre.id()));
                    Mood.named(word).ifPresent(mood -> found.mark("mood", mood.id()));
                    if (word.equals("music")) {
                        found.mark("music", "true");
                    }
                });
    }

    /** Without what says only the kind of file. */
    static String title(String filename) {
        var dot = filename.lastIndexOf('.');
        return dot > 0 && filename.length() - dot <= 6 ? filename.substring(0, dot) : filename;
    }

    private Set<String> words(AssetId id) {
        var found = jdbc
                .sql("select unnest(tsvector_to_array(search)) from materials.asset where id = :id")
                .param("id", id.value())
                .query(String.class)
                .list()
                .stream()
                .filter(lexeme -> lexeme.indexOf(':') < 0 && lexeme.indexOf('=') < 0)
                .collect(Collectors.toSet());
        return found;
    }

    private static List<String> without(Set<String> words, Set<String> others) {
        var left = new HashSet<>(words);
        left.removeAll(others);
        return List.copyOf(left);
    }

    private void add(UserId owner, Collection<String> words) {
        if (words.isEmpty()) {
            return;
        }
        var list = words.toArray(String[]::new);
        jdbc.sql("""
                        insert into materials.asset_word (user_id, word, latin, assets)
                        select :user, added.word, added.latin, 1 from unnest(:words, :latin) as added (word, latin)
                        on conflict (user_id, word) do update set assets = asset_word.assets + 1""")
                .param("user", owner.value())
                .param("words", list)
                .param("latin", Arrays.stream(list).map(SearchWords::latin).toArray(String[]::new))
                .update();
    }

    private void remove(UserId owner, Collection<String> words) {
        if (words.isEmpty()) {
            return;
        }
        var list = words.toArray(String[]::new);
        jdbc.sql("update materials.asset_word set assets = assets - 1 where user_id = :user and word = any(:words)")
                .param("user", owner.value())
                .param("words", list)
                .update();
        jdbc.sql("delete from materials.asset_word where user_id = :user and word = any(:words) and assets <= 0")
                .param("user", owner.value())
                .param("words", list)
                .update();
    }
}
