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
    TEXT_TOO_LONG(ErrorKind.INVALID, "The text is longer than one sentence may be; split it."),
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
            "The voice cannot speak at that rate or pitch, or in that style; the detail says in which it can."),
    VOICE_PROVIDERS_FAILED(
            ErrorKind.UPSTREAM,
            "Every voice provider that could speak the text failed; the detail names each and its reason; it is tried again."),
    VOICE_TIMED_OUT(ErrorKind.EXHAUSTED, "The embedded voice took longer than configured; it is tried again."),
    VOICE_ENGINE_FAILED(ErrorKind.INTERNAL, "The embedded voice failed on the text."),
    RECORDING_SILENT(
            ErrorKind.INVALID, "The narration of the user's own holds nothing to hear; record it again, or louder."),
    RECORDING_NOT_THE_SCRIPT(
            ErrorKind.INVALID,
            "The narration of the user's own is far too short or too long for the script; the detail says by how much."),
    RECORDING_TOO_LONG(ErrorKind.INVALID, "The narration of the user's own is longer than one film may be.");

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
