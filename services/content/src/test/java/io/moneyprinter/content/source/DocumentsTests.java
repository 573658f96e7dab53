package io.moneyprinter.content.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.source.SourceText.Passage;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.document.DocumentFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DocumentsTests {

    @TempDir
    Path work;

    private final Documents documents = new Documents(properties(Set.of(), Duration.ofSeconds(20)));

    static SourceProperties properties(Set<String> allowedHosts, Duration readingTimeout) {
        return new SourceProperties(
                allowedHosts,
                DataSize.ofMegabytes(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                readingTimeout,
                2,
                Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        documents.close();
    }

    @Test
    void putsTheLinesOfAPdfTogether() throws IOException {
        var text = read(Papers.pdf(work.resolve("a.pdf")));

        assertThat(text.title()).isEqualTo("The long way of the eel");
        assertThat(text.passages())
                .extracting(Passage::text)
                .containsExactly(
                        "Eels are born in the Sargasso Sea and drift to Europe for two or three years. When they"
                            + " arrive, they are as long as a finger and as clear as glass. Rivers are where they grow"
                            + " up, often for more than fifteen years.",
                        "Nobody has ever seen an eel lay its eggs. In 2022 tags proved that females swim ten thousand"
                                + " kilometres back to the Sargasso Sea. They eat nothing on the way and die after"
                                + " spawning.",
                        "Since 1980 the number of young eels at the coasts of Europe has fallen by nine tenths. Dams,"
                            + " fishing and parasites are to blame, and biologists now carry eels around turbines by"
                            + " lorry.",
                        "Smugglers earn more with glass eels than with some drugs, because a kilogram sells for up to"
                            + " six thousand euros in Asia. The police of Spain and Portugal seize tons of them each"
                            + " year.");
    }

    @Test
    void readsTextDocuments() throws IOException {
        var docx = read(Papers.docx(work.resolve("a.docx")));
        var odt = read(Papers.odt(work.resolve("a.odt")));

        assertThat(docx.title()).isEqualTo("The long way of the eel");
        assertThat(docx.text())
                .isEqualTo("Eels are born in the Sargasso Sea and drift to Europe.\nThey grow up in rivers.");
        assertThat(odt.title()).isEqualTo("The long way of the eel");
        assertThat(odt.text()).isEqualTo("Eels are born in the Sargasso Sea.");
    }

    @Test
    void readsTheChaptersOfABookInTheirOrder() throws IOException {
        var book = read(Papers.epub(work.resolve("a.epub")));

        assertThat(book.text()).isEqualTo("Eels are born in the Sargasso Sea.\nThey grow up in rivers.");
        var citation = Objects.requireNonNull(book.citation());
        assertThat(citation.title()).isEqualTo("The long way of the eel");
        assertThat(citation.site()).isEqualTo("River Press");
        assertThat(citation.published()).isEqualTo(LocalDate.of(2024, 5, 1));
    }

    @Test
    void saysWhatKeepsADocumentFromBeingRead() throws IOException {
        assertFails(Papers.encrypted(work.resolve("a.pdf")), ContentErrorCode.DOCUMENT_ENCRYPTED);
        assertFails(Papers.scanned(work.resolve("b.pdf")), ContentErrorCode.SOURCE_EMPTY);
        assertFails(Papers.bomb(work.resolve("c.pdf")), ContentErrorCode.SOURCE_TOO_COMPLEX);
        assertFails(Papers.zipBomb(work.resolve("d.docx")), ContentErrorCode.SOURCE_TOO_COMPLEX);
        assertFails(
                Files.writeString(work.resolve("e.pdf"), "%PDF-1.7\nand nothing else"),
                ContentErrorCode.DOCUMENT_DAMAGED);
        assertFails(
                Papers.zip(work.resolve("f.docx"), Map.of("word/document.xml", "<w:document><w:p>")),
                ContentErrorCode.DOCUMENT_DAMAGED);
        assertFails(
                Papers.zip(work.resolve("g.docx"), Map.of("word/document.xml", "<a>".repeat(20_000))),
                ContentErrorCode.SOURCE_TOO_COMPLEX);
    }

    @Test
    void readsNothingThatADocumentNames() throws IOException {
        var secret = Files.writeString(work.resolve("secret"), "canary");
        var file = Papers.zip(work.resolve("a.docx"), Map.of("word/document.xml", """
            <?xml version="1.0"?><!DOCTYPE d [<!ENTITY s SYSTEM "%s">]>
            <w:d xmlns:w="w"><w:p><w:t>Eels are born &s; far away.</w:t></w:p></w:d>\
            """.formatted(secret.toUri())));

        try {
            assertThat(read(file).text()).doesNotContain("canary");
        } catch (CodedException refused) {
            assertThat(refused.code()).isEqualTo(ContentErrorCode.DOCUMENT_DAMAGED);
        }
    }

    @Test
    void countsNoTimeInWhichOthersAreRead() {
        try (var slow = new Documents(properties(Set.of(), Duration.ofSeconds(1)));
                var callers = Executors.newFixedThreadPool(8)) {
            var texts = Stream.generate(() -> callers.submit(() -> slow.read(() -> {
                        Thread.sleep(350);
                        return "read";
                    })))
                    .limit(8)
                    .toList();

            assertThat(texts).allSatisfy(text -> assertThat(text.get()).isEqualTo("read"));
        }
    }

    @Test
    void losesPatience() {
        try (var impatient = new Documents(properties(Set.of(), Duration.ofMillis(100)))) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> impatient.read(() -> {
                        Thread.sleep(20_000);
                        return "";
                    }))
                    .extracting(CodedException::code)
                    .isEqualTo(ContentErrorCode.SOURCE_TOO_COMPLEX);
        }
    }

    private SourceText read(Path file) throws IOException {
        return documents.read(file, Objects.requireNonNull(DocumentFormat.of(file)));
    }

    private void assertFails(Path file, ContentErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> read(file))
                .satisfies(failure -> assertThat(failure.code())
                        .as(file + ": " + failure.getMessage())
                        .isEqualTo(code));
    }
}
