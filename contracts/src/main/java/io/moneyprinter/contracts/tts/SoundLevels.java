package io.moneyprinter.contracts.tts;

/**
 * How speech sounds before and after it was polished.
 *
 * @param before as the provider sent it
 * @param after as it is kept
 */
public record SoundLevels(Levels before, Levels after) {

    /**
     * What was measured; −120 stands for silence.
     *
     * @param integratedLufs loudness as ITU-R BS.1770 measures it
     * @param truePeakDbtp the highest point of the wave between its samples
     * @param noiseDbfs level of the quietest tenth of a second, the room between the words
     */
    public record Levels(double integratedLufs, double truePeakDbtp, double noiseDbfs) {}
}
