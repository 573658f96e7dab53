package io.moneyprinter.tts;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How speaking fails. */
public enum TtsErrorCode implements ErrorCode {
    VOICE_UNKNOWN(
            ErrorKind.INVALID, "No provider that is switched on has a voice of that name; the detail names near ones."),
    VOICE_PROVIDER_UNKNOWN(
            ErrorKind.INVALID,
            "The voice provider does not exist or is switched off; the detail says how to switch it on."),
    LANGUAGE_NOT_SPOKEN(
            ErrorKind.INVALID, "No voice speaks the language; the detail says which provider to switch on."),
    TEXT_NOT_SPEAKABLE(
            ErrorKind.INVALID,
            "The voice cannot read the text: it has no words, or is in a script the voice does not know."),
    TEXT_TOO_LONG(ErrorKind.INVALID, "The text is longer than a sentence, or a text to speak, may be; split it."),
    VOICE_PROVIDER_THROTTLED(ErrorKind.THROTTLED, "The voice provider refuses more work for now; it is tried again."),
    VOICE_PROVIDER_UNAVAILABLE(
            ErrorKind.UPSTREAM, "The voice provider did not answer, or not as it should; it is tried again."),
    VOICE_PROVIDER_SILENT(ErrorKind.UPSTREAM, "The voice provider accepted the text and sent no sound."),
    VOICE_ANSWER_UNUSABLE(
            ErrorKind.UPSTREAM,
            "The voice provider answered with something that is no speech, or only a part of it; it is tried again."),
    VOICE_KEY_REFUSED(
            ErrorKind.INVALID, "The voice provider does not accept our key; check the setting that the detail names."),
    VOICE_QUOTA_SPENT(ErrorKind.INVALID, "The account at the voice provider has no credit left."),
    VOICE_TEXT_REFUSED(
            ErrorKind.INVALID,
            "The voice provider refuses to say the text in that voice; the detail says why, where it is known."),
    VOICE_SETTING_UNSUPPORTED(
            ErrorKind.INVALID,
            "The voice cannot speak at that rate or pitch, in that style or to that degree; the detail says in which it can."),
    VOICE_PROVIDERS_FAILED(
            ErrorKind.UPSTREAM,
            "Every voice provider that could speak the text failed; the detail names each and its reason; it is tried again."),
    VOICE_TIMED_OUT(ErrorKind.EXHAUSTED, "The embedded voice took longer than configured; it is tried again."),
    VOICE_ENGINE_FAILED(ErrorKind.INTERNAL, "The embedded voice failed on the text."),
    VOICE_FILES_BROKEN(
            ErrorKind.INVALID,
            "A file in the directory of voices cannot be used; the detail names it and says what to do."),
    VOICE_PROGRAM_MISSING(
            ErrorKind.INVALID,
            "The voice needs a program that this machine does not have; the detail names it and how to get it."),
    VOICE_DOWNLOAD_FAILED(
            ErrorKind.UPSTREAM,
            "A file of a voice could not be downloaded; what has arrived is kept, and the next try goes on from there."),
    VOICE_DOWNLOAD_REFUSED(
            ErrorKind.UPSTREAM,
            "A file that was downloaded is not the one that the catalogue means; nothing of it was kept."),
    LEXICON_FULL(ErrorKind.CONFLICT, "The user's lexicon has as many entries as it may; delete some first."),
    LEXICON_ENTRY_NOT_FOUND(ErrorKind.NOT_FOUND, "The user's lexicon has no entry of that language and word."),
    SPEECH_NOT_FOUND(ErrorKind.NOT_FOUND, "No text of that id was spoken for the caller, or it is kept no longer."),
    SPEECH_NOT_ENCODED(ErrorKind.INTERNAL, "The encoded speech is not as long as what was spoken."),
    RECORDING_SILENT(
            ErrorKind.INVALID, "The narration of the user's own holds nothing to hear; record it again, or louder."),
    RECORDING_NOT_THE_SCRIPT(
            ErrorKind.INVALID,
            "The narration of the user's own is far too short or too long for the script; the detail says by how much."),
    RECORDING_TOO_LONG(ErrorKind.INVALID, "The narration of the user's own is longer than one film may be."),
    VOICE_CONSENT_MISSING(
            ErrorKind.INVALID,
            "A voice is cloned only with the consent of whoever speaks in the samples; the errors list names what is missing."),
    VOICE_CLONING_UNSUPPORTED(
            ErrorKind.INVALID,
            "The voice provider does not clone voices, or none that is switched on does; the detail names those that do."),
    VOICE_SAMPLE_UNUSABLE(
            ErrorKind.INVALID,
            "The samples are too short, too long, too many or silent; the detail says what is expected."),
    VOICE_CLONING_REFUSED(
            ErrorKind.INVALID, "The voice provider refuses to make a voice of the samples; the detail says why."),
    VOICE_CLONING_UNDERWAY(
            ErrorKind.CONFLICT,
            "The voice of this Idempotency-Key is still being made, or it is being found out whether it was; ask again later."),
    VOICE_CLONING_LOST(
            ErrorKind.UPSTREAM,
            "The voice provider was asked for the voice and has none: ask again with the same key."),
    CLONED_VOICE_NOT_FOUND(ErrorKind.NOT_FOUND, "The caller has no cloned voice of that id.");

    private final ErrorKind kind;
    private final String meaning;

    TtsErrorCode(ErrorKind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
