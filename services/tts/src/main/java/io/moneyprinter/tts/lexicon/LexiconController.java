package io.moneyprinter.tts.lexicon;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.normalization.Lexicon;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own lexicon. */
@RestController
final class LexiconController {

    private static final String PATH = "/api/v1/tts/lexicon";

    private final JdbcLexicons lexicons;

    LexiconController(JdbcLexicons lexicons) {
        this.lexicons = lexicons;
    }

    /** @param entries by language, then by what is written */
    record Entries(List<Lexicon.Entry> entries) {}

    /**
     * A word and how to say it; {@code spoken}, {@code ipa} or both are given.
     *
     * @param language BCP 47; a language alone for all its regions
     * @param written without capitals it is found in any case, otherwise only as it is
     * @param spoken how it would be spelled if it were read as it is written; for every voice
     * @param ipa in the International Phonetic Alphabet; for voices that take sounds
     */
    record NewEntry(
            @Nullable String language,
            @Nullable String written,
            @Nullable String spoken,
            @Nullable String ipa) {}

    @GetMapping(PATH)
    Entries entries(Caller caller) {
        return new Entries(lexicons.of(caller.userId()).entries());
    }

    /** Adds an entry, or changes the one of the same language and word. */
    @PutMapping(PATH)
    Lexicon.Entry put(Caller caller, @RequestBody NewEntry given) {
        var entry = EntryCheck.checked(given.language(), given.written(), given.spoken(), given.ipa());
        lexicons.put(caller.userId(), entry);
        return entry;
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @RequestParam String language, @RequestParam String written) {
        if (!lexicons.delete(caller.userId(), EntryCheck.language(language), EntryCheck.tidy(written))) {
            throw new CodedException(
                    TtsErrorCode.LEXICON_ENTRY_NOT_FOUND,
                    "The lexicon has no entry for '%s' in %s.".formatted(written, language));
        }
    }
}
