package io.moneyprinter.sound.music;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Some bars in which the same players play.
 *
 * @param fullness 0 to 1
 * @param contrasting whether it goes over the other chords
 */
record Section(int bars, Set<Player> players, double fullness, boolean contrasting) {

    /** Who may join the pad, which always plays. */
    enum Player {
        ARPEGGIO,
        BASS,
        LEAD,
        DRUMS
    }

    Section {
        players = Set.copyOf(players);
    }

    boolean plays(Player player) {
        return players.contains(player);
    }

    /** Cuts a piece into sections; short films get short ones. */
    static List<Section> arrange(int bars) {
        var unit = bars < 30 ? 4 : 8;
        var sections = new ArrayList<Section>();
        var left = bars;
        if (bars >= 6) {
            var intro = bars < 12 ? 2 : 4;
            sections.add(new Section(intro, EnumSet.of(Player.ARPEGGIO), 0.2, false));
            left -= intro;
        }
        for (var i = 0; left > 0; i++) {
            // A last bar or two alone would be a section that nobody understands.
            var length = left < unit * 3 / 2 ? left : unit;
            sections.add(left == length && bars >= 14 ? outro(length) : middle(i, length));
            left -= length;
        }
        return sections;
    }

    /** The same for a piece that is played again and again: nobody comes in late, and nobody leaves. */
    static List<Section> endless(int bars) {
        var unit = bars < 16 || bars % 8 != 0 ? 4 : 8;
        var sections = new ArrayList<Section>();
        for (var i = 0; i < bars / unit; i++) {
            sections.add(
                    switch (i % 4) {
                        case 0 -> new Section(unit, EnumSet.of(Player.ARPEGGIO, Player.BASS, Player.DRUMS), 0.6, false);
                        case 1 -> new Section(unit, EnumSet.allOf(Player.class), 0.8, true);
                        case 2 ->
                            new Section(unit, EnumSet.of(Player.ARPEGGIO, Player.BASS, Player.DRUMS), 0.75, false);
                        default -> new Section(unit, EnumSet.allOf(Player.class), 0.9, true);
                    });
        }
        return sections;
    }

    private static Section middle(int index, int bars) {
        return switch (index % 6) {
            case 0 -> new Section(bars, EnumSet.of(Player.ARPEGGIO, Player.BASS), 0.5, false);
            case 1 -> new Section(bars, EnumSet.of(Player.ARPEGGIO, Player.BASS, Player.DRUMS), 0.6, false);
            case 2 -> new Section(bars, EnumSet.allOf(Player.class), 0.8, true);
            case 3 -> new Section(bars, EnumSet.of(Player.LEAD, Player.BASS), 0.35, false);
            case 4 -> new Section(bars, EnumSet.of(Player.ARPEGGIO, Player.BASS, Player.DRUMS), 0.75, true);
            default -> new Section(bars, EnumSet.allOf(Player.class), 0.9, false);
        };
    }

    private static Section outro(int bars) {
        return new Section(bars, EnumSet.of(Player.ARPEGGIO, Player.BASS), 0.4, false);
    }
}
