package io.moneyprinter.materials.upload;

import static io.moneyprinter.materials.asset.MaterialsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.asset.MaterialsApplication;
import io.moneyprinter.materials.asset.MaterialsClient;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.testing.GeneratedMedia;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol as clients speak it, over a real socket. */
class UploadControllerTests {

    private static final String UPLOADS = "/api/v1/materials/uploads";
    private static final String[] TUS = {"Tus-Resumable", "1.0.0"};

    @TempDir
    Path work;

    private final URI address = URI.create(MaterialsApplication.shared().address());
    private final MaterialsClient client = new MaterialsClient(address.toString());

    @Test
    void saysWhatItCan() {
        var can = client.send("OPTIONS", UPLOADS);

        assertThat(can.statusCode()).isEqualTo(204);
        assertThat(can.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(can.headers().firstValue("Tus-Extension")).contains("creation,expiration,checksum,termination");
        assertThat(can.headers().firstValue("Tus-Checksum-Algorithm").orElse(""))
                .contains("sha1");
        assertThat(can.headers().firstValueAsLong("Tus-Max-Size").orElse(0)).isGreaterThan(1L << 30);
    }

    @Test
    void takesAFileInPieces() throws Exception {
        var picture = Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("a.jpg"), "purple", 96, 64));
        var metadata =
                "filename %s,sha256 %s".formatted(base64("Dusk.jpg"), base64(Digests.ofFile(work.resolve("a.jpg"))));

        var begun = begin(picture.length, metadata);
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begun.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(begun.headers().firstValue("Upload-Expires").orElse("")).endsWith("GMT");
        var upload = begun.headers().firstValue("Location").orElseThrow();

        var first = piece("PATCH", upload, 0, Arrays.copyOf(picture, 200));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).contains("200");
        assertThat(piece("PATCH", upload, 0, Arrays.copyOf(picture, 200)).statusCode())
                .isEqualTo(409);
        var look = client.send("HEAD", upload, TUS);
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.headers().firstValue("Upload-Offset")).contains("200");
        assertThat(look.headers().firstValue("Upload-Length")).contains(Integer.toString(picture.length));
        assertThat(look.headers().firstValue("Upload-Metadata")).contains(metadata);
        assertThat(look.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(client.send("POST", upload + "/asset").statusCode()).isEqualTo(409);
        var rest = Arrays.copyOfRange(picture, 200, picture.length);
        assertThat(piece("POST", upload, 200, rest, "X-HTTP-Method-Override", "PATCH")
                        .statusCode())
                .isEqualTo(204);

        var made = client.send("POST", upload + "/asset");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).get("filename").asString()).isEqualTo("Dusk.jpg");
        assertThat(made.headers()
                        .firstValue("Location")
                        .map(path -> client.get(path).statusCode()))
                .contains(200);
        assertThat(client.send("POST", upload + "/asset").statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", upload, TUS).statusCode()).isEqualTo(204);
        assertThat(client.send("HEAD", upload, TUS).statusCode()).isEqualTo(404);
    }

    @Test
    void goesOnWhereAConnectionBroke() throws Exception {
        var upload = begin(1_000, "").headers().firstValue("Location").orElseThrow();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("""
                            PATCH %s HTTP/1.1\r
                            Host: 127.0.0.1\r
                            Tus-Resumable: 1.0.0\r
                            Upload-Offset: 0\r
                            Content-Type: application/offset+octet-stream\r
                            Content-Length: 1000\r
                            \r
                            """.formatted(upload).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[400]);
            socket.getOutputStream().flush();
            // All of it is there before the line goes down.
            while (offset(upload) < 400) {
                Thread.sleep(20);
            }
        }

        assertThat(piece("PATCH", upload, 400, new byte[600]).statusCode()).isEqualTo(204);
        assertThat(offset(upload)).isEqualTo(1_000);
    }

    @Test
    void checksPieces() throws Exception {
        var upload = begin(10, "").headers().firstValue("Location").orElseThrow();
        var content = "0123456789".getBytes(StandardCharsets.US_ASCII);
        var sha1 = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(content));

        var wrong = piece("PATCH", upload, 0, new byte[10], "Upload-Checksum", "sha1 " + sha1);
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(json(wrong).get("code").asString()).isEqualTo("CHECKSUM_MISMATCH");
        assertThat(offset(upload)).isZero();
        assertThat(piece("PATCH", upload, 0, content, "Upload-Checksum", "crc7 abc")
                        .statusCode())
                .isEqualTo(422);
        assertThat(piece("PATCH", upload, 0, content, "Upload-Checksum", "sha1 " + sha1)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void refusesWhatIsNoProtocol() {
        var otherVersion = client.send("POST", UPLOADS, "Tus-Resumable", "0.2.2", "Upload-Length", "5");
        assertThat(otherVersion.statusCode()).isEqualTo(412);
        assertThat(otherVersion.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(client.send("POST", UPLOADS, TUS).statusCode()).isEqualTo(422);
        assertThat(begin(5, "filename ###").statusCode()).isEqualTo(422);
        assertThat(begin(1L << 50, "").statusCode()).isEqualTo(413);
        var upload = begin(5, "").headers().firstValue("Location").orElseThrow();
        assertThat(client.send(
                                "PATCH",
                                upload,
                                BodyPublishers.ofString("hello"),
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Offset",
                                "0",
                                "Content-Type",
                                "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(piece("PATCH", upload, 0, new byte[6]).statusCode()).isEqualTo(413);
        assertThat(piece("PATCH", UPLOADS + "/none", 0, new byte[6]).statusCode())
                .isEqualTo(404);
        assertThat(client.send("DELETE", upload, TUS).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> begin(long length, String metadata) {
        return metadata.isEmpty()
                ? client.send("POST", UPLOADS, "Tus-Resumable", "1.0.0", "Upload-Length", Long.toString(length))
                : client.send(
                        "POST",
                        UPLOADS,
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Long.toString(length),
                        "Upload-Metadata",
                        metadata);
    }

    private HttpResponse<String> piece(String method, String upload, long offset, byte[] content, String... more) {
        var headers = new String[6 + more.length];
        System.arraycopy(
                new String[] {
                    "Tus-Resumable",
                    "1.0.0",
                    "Upload-Offset",
                    Long.toString(offset),
                    "Content-Type",
                    "application/offset+octet-stream"
                },
                0,
                headers,
                0,
                6);
        System.arraycopy(more, 0, headers, 6, more.length);
        return client.send(method, upload, BodyPublishers.ofByteArray(content), headers);
    }

    private long offset(String upload) {
        return client.send("HEAD", upload, TUS)
                .headers()
                .firstValueAsLong("Upload-Offset")
                .orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
