package io.moneyprinter.timeline;

import java.util.List;

/**
 * A whole film: tracks in painter order (bottom first) and captions above them, all starting at zero.
 *
 * @param rate of every picture track and of the captions; sound tracks have the sample rate
 */
public record Timeline(String name, FrameRate rate, List<Track> tracks, List<CaptionTrack> captions) {

    public Timeline {
        tracks = List.copyOf(tracks);
        captions = List.copyOf(captions);
    }

    public List<Track> pictures() {
        return tracks.stream().filter(track -> track.kind() == Track.Kind.VIDEO).toList();
    }

    public List<Track> sounds() {
        return tracks.stream().filter(track -> track.kind() == Track.Kind.AUDIO).toList();
    }

    /** The length of the longest picture track. */
    public RationalTime duration() {
        return pictures().stream()
                .map(track -> track.duration(rate))
                .max(RationalTime::compareTo)
                .orElse(RationalTime.zero(rate));
    }
}
