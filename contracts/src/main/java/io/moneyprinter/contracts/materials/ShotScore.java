package io.moneyprinter.contracts.materials;

import java.util.List;

/**
 * Why a picture was chosen. All measures are from 0 to 1, 1 is best.
 *
 * @param source of the picture, such as {@code pexels/2499611}; for a file of the user's, {@code library/} and its id
 * @param title what it shows, as its source says it; empty when it does not
 * @param total relevance, lowered by up to two fifths by what else is to be wished
 * @param relevance how well it shows what the sentence is about
 * @param fit whether it fills the canvas without being enlarged or cut
 * @param duration whether it lasts as long as it is needed
 * @param continuity how near it is to its neighbours in brightness and motion
 * @param novelty 0 when it was seen in one of the user's latest videos
 * @param licence how little its licence asks for
 * @param reasons for people
 */
public record ShotScore(
        String source,
        String title,
        double total,
        double relevance,
        double fit,
        double duration,
        double continuity,
        double novelty,
        double licence,
        List<String> reasons) {

    public ShotScore {
        reasons = List.copyOf(reasons);
    }
}
