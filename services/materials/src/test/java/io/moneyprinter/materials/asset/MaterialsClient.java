package io.moneyprinter.materials.asset;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over a real socket. Bodies are read byte by byte, as ISO 8859-1. */
public final class MaterialsClient {

    static final String MATERIALS = "/api/v1/materials";

    private static final String BOUNDARY = "----boundary";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;

    public MaterialsClient(String address) {
        this.address = address;
    }

    HttpResponse<String> upload(String name, byte[] content) {
        return upload(name, BodyPublishers.ofByteArray(content), "");
    }

    HttpResponse<String> upload(Path file) {
        try {
            return upload(String.valueOf(file.getFileName()), BodyPublishers.ofFile(file), "");
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Another file for what is at {@code path}. */
    HttpResponse<String> replace(String path, Path file) {
        try {
            return postForm(
                    path + "/versions", form(String.valueOf(file.getFileName()), BodyPublishers.ofFile(file), ""));
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    HttpResponse<String> upload(String name, byte[] content, String sha256) {
        return upload(
                name,
                BodyPublishers.ofByteArray(content),
                "--%s\r\nContent-Disposition: form-data; name=\"sha256\"\r\n\r\n%s\r\n".formatted(BOUNDARY, sha256));
    }

    private HttpResponse<String> upload(String name, BodyPublisher content, String otherParts) {
        return postForm(form(name, content, otherParts));
    }

    private static BodyPublisher form(String name, BodyPublisher content, String otherParts) {
        var head =
                "%s--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/png\r\n\r\n"
                        .formatted(otherParts, BOUNDARY, name);
        return BodyPublishers.concat(
                BodyPublishers.ofString(head), content, BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
    }

    HttpResponse<String> postForm(BodyPublisher form) {
        return postForm(MATERIALS, form);
    }

    private HttpResponse<String> postForm(String path, BodyPublisher form) {
        return exchange(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form));
    }

    static String boundary() {
        return BOUNDARY;
    }

    HttpResponse<String> importFile(Map<String, String> request) {
        return exchange(request(MATERIALS + "/imports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(request))));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        var request = request(path).method(method, body);
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
