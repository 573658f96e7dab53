package io.moneyprinter.video.caption;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.CaseMap;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.video.CaptionSettings.TextCase;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import java.util.ArrayList;

/** Writes captions in another case, as their language does it. A word may become longer: ß is SS in capitals. */
final class TextCasing {

    private final ULocale locale;
    private final TextCase textCase;

    private TextCasing(String language, TextCase textCase) {
        this.locale = ULocale.forLanguageTag(language);
        this.textCase = textCase;
    }

    static CaptionTrack apply(CaptionTrack track, TextCase textCase) {
        if (textCase == TextCase.AS_WRITTEN) {
            return track;
        }
        var casing = new TextCasing(track.language(), textCase);
        return new CaptionTrack(
                track.language(), track.cues().stream().map(casing::apply).toList());
    }

    private Cue apply(Cue cue) {
        var text = new StringBuilder();
        var words = new ArrayList<Cue.Word>();
        var at = 0;
        for (var word : cue.words()) {
            text.append(apply(cue.text().substring(at, word.start())));
            var start = text.length();
            text.append(apply(cue.text().substring(word.start(), word.end())));
            words.add(new Cue.Word(word.range(), start, text.length()));
            at = word.end();
        }
        text.append(apply(cue.text().substring(at)));
        return new Cue(cue.range(), text.toString(), words);
    }

    private String apply(String part) {
        return switch (textCase) {
            case AS_WRITTEN -> part;
            case UPPER -> UCharacter.toUpperCase(locale, part);
            case LOWER -> UCharacter.toLowerCase(locale, part);
            // What is written in capitals, such as NASA, stays so.
            case TITLE -> CaseMap.toTitle().noLowercase().apply(locale.toLocale(), null, part);
        };
    }
}
