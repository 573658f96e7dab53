package io.moneyprinter.tts.provider.http;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes sense of what a provider sent; what makes none is {@code VOICE_ANSWER_UNUSABLE}. */
public final class AnswerReader {

    private final JsonMapper json;
    private final Failures failures;

    public AnswerReader(JsonMapper json, Failures failures) {
        this.json = json;
        this.failures = failures;
    }

    public JsonNode json(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException e) {
            throw failures.unusable("it is no JSON (%s)".formatted(kind(answer)), e);
        }
    }

    /** The body of a refusal, which may be anything; what is no JSON is as good as nothing. */
    public JsonNode refusal(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }

    /** @param what is written in base 64, for the message when it is not */
    public byte[] bytes(JsonNode base64, String what) {
        try {
            return Base64.getDecoder().decode(base64.asString(""));
        } catch (IllegalArgumentException e) {
            throw failures.unusable("its %s is not in base 64".formatted(what), e);
        }
    }

    /** A body that is WAV. */
    public Wave wave(Answer answer) {
        if (answer.contentType().startsWith("text/") || answer.contentType().contains("json")) {
            throw failures.unusable("it is no sound (%s)".formatted(kind(answer)), null);
        }
        return wave(answer.body());
    }

    public Wave wave(byte[] wav) {
        if (wav.length == 0) {
            return new Wave(Wave.DEFAULT_RATE, new short[0]);
        }
        try {
            return Wave.read(wav);
        } catch (IOException e) {
            throw failures.unusable(String.valueOf(e.getMessage()), e);
        }
    }

    public Wave pcm(byte[] bytes, int sampleRate) {
        try {
            return Wave.ofPcm(bytes, sampleRate);
        } catch (IOException e) {
            throw failures.unusable(String.valueOf(e.getMessage()), e);
        }
    }

    public Wave joined(List<Wave> parts) {
        try {
            return Wave.joined(parts);
        } catch (IOException e) {
            throw failures.unusable(String.valueOf(e.getMessage()), e);
        }
    }

    /** The end of every success: sound in the directory of the call. */
    public SpokenAudio spoken(Wave wave, List<SpokenWord> words, Utterance utterance, Path directory) {
        if (wave.isEmpty()) {
            throw failures.silent(utterance.voice().id());
        }
        var file = directory.resolve("speech.wav");
        try {
            wave.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
        return new SpokenAudio(file, words, WordTiming.Source.PROVIDER);
    }

    private static String kind(Answer answer) {
        return answer.contentType().isEmpty() ? "of no content type" : answer.contentType();
    }
}
