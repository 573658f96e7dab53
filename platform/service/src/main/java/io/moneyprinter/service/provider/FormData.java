package io.moneyprinter.service.provider;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with files, as {@code multipart/form-data}. Names are ours; values may be anything. */
public final class FormData {

    private final String boundary = "moneyprinter-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    public FormData with(String name, String value) {
        parts.add(BodyPublishers.ofString("""
                --%s\r
                Content-Disposition: form-data; name="%s"\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                %s\r
                """.formatted(boundary, name, value)));
        return this;
    }

    /** @param filename what the receiver is to call the file */
    public FormData with(String name, Path file, String filename, String contentType) {
        parts.add(BodyPublishers.ofString("""
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: %s\r
                \r
                """.formatted(boundary, name, filename, contentType)));
        try {
            parts.add(BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    public HttpRequest.Builder post(HttpRequest.Builder request) {
        var end = BodyPublishers.ofString("--%s--\r\n".formatted(boundary));
        var all = new ArrayList<>(parts);
        all.add(end);
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(all.toArray(BodyPublisher[]::new)));
    }
}
