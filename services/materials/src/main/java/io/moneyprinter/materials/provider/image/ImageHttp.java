package io.moneyprinter.materials.provider.image;

import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.ProviderHttp;
import io.moneyprinter.service.provider.RefusalDetail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one provider of pictures and makes sense of what it answers. */
public final class ImageHttp implements AutoCloseable {

    /** A picture of 4K in base 64, with room. */
    private static final DataSize LARGEST_ANSWER = DataSize.ofMegabytes(96);

    private static final JsonMapper JSON = Json.lenient();

    private final ProviderHttp http;
    private final ImageFailures failures;

    public ImageHttp(ImageFailures failures, Duration connectTimeout) {
        this.http = new ProviderHttp(connectTimeout, LARGEST_ANSWER);
        this.failures = failures;
    }

    /** The answer, of whatever status. */
    public Answer ask(HttpRequest.Builder request, Deadline deadline) {
        try {
            return http.ask(request, deadline);
        } catch (ProviderHttp.NoAnswerException e) {
            throw failures.unavailable(e.reason(), e.getCause());
        } catch (InterruptedException e) {
            throw failures.cancelled(e);
        }
    }

    public JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw failures.unusable("it is no JSON", e);
        }
    }

    /** The body of a refusal, which may be anything; what is no JSON is as good as nothing. */
    public JsonNode refusal(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** What a provider says where others say it, too. */
    public String detail(Answer answer) {
        return RefusalDetail.of(refusal(answer));
    }

    /** @param base64 with or without {@code data:image/png;base64,} before it */
    public void write(JsonNode base64, Path target) {
        var text = base64.asString("");
        if (text.isEmpty()) {
            throw failures.unusable("there is no picture in it", null);
        }
        try {
            write(Base64.getMimeDecoder().decode(text.substring(text.indexOf(',') + 1)), target);
        } catch (IllegalArgumentException e) {
            throw failures.unusable("its picture is not in base 64", e);
        }
    }

    public void write(byte[] picture, Path target) {
        if (picture.length == 0) {
            throw failures.unusable("its picture is empty", null);
        }
        try {
            Files.write(target, picture);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
