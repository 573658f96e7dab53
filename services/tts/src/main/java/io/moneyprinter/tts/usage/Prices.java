package io.moneyprinter.tts.usage;

import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.Utterance;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What speaking costs, by the prices that are configured. */
public final class Prices {

    private static final int MILLION = 6;
    private static final int DECIMALS = 6;

    private Prices() {}

    public static Charge charge(SpeechSynthesizer synthesizer, Utterance utterance) {
        var characters = synthesizer.billedCharacters(utterance);
        var cost = synthesizer
                .pricePerMillionCharacters(utterance.voice())
                .multiply(BigDecimal.valueOf(characters))
                .movePointLeft(MILLION)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        return new Charge(characters, cost, Charge.CURRENCY);
    }
}
