package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.document.DocumentFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Reads documents, a few at a time, each only so long and so much: they may be made to hurt. */
@Component
class Documents implements AutoCloseable {

    private final SourceProperties properties;
    private final ExecutorService readers;

    Documents(SourceProperties properties) {
        this.properties = properties;
        readers = Executors.newFixedThreadPool(
                properties.parallelism(),
                Thread.ofPlatform().daemon().name("document-reader-", 0).factory());
    }

    /** @throws CodedException with a {@code SOURCE_…} or {@code DOCUMENT_…} code */
    SourceText read(Path file, DocumentFormat format) {
        return read(() -> switch (format) {
            case PDF -> PdfText.read(file);
            case DOCX -> OfficeText.docx(file);
            case ODT -> OfficeText.odt(file);
            case EPUB -> EpubText.read(file);
        });
    }

    /** The same for other work that somebody may have made to hurt. */
    <T> T read(Callable<T> reading) {
        var begun = new CountDownLatch(1);
        var read = readers.submit(() -> {
            begun.countDown();
            return guarded(reading);
        });
        try {
            if (!begun.await(properties.waitingTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                read.cancel(true);
                throw new CodedException(
                        ContentErrorCode.SOURCES_BUSY,
                        "other texts have been read for %d seconds"
                                .formatted(properties.waitingTimeout().toSeconds()));
            }
            return read.get(properties.readingTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            read.cancel(true);
            throw new CodedException(
                    ContentErrorCode.SOURCE_TOO_COMPLEX,
                    "the text was not read within %d seconds"
                            .formatted(properties.readingTimeout().toSeconds()),
                    e);
        } catch (InterruptedException e) {
            read.cancel(true);
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SourceFailure failure
                    ? new CodedException(failure.code(), String.valueOf(failure.getMessage()), failure)
                    : new CodedException(
                            ContentErrorCode.DOCUMENT_DAMAGED, "the document cannot be read", e.getCause());
        }
    }

    /** Nested deeply enough, or unpacked in a way that nobody counted, a file ends a thread, and not this program. */
    private static <T> T guarded(Callable<T> reading) throws Exception {
        try {
            return reading.call();
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new SourceFailure(
                    ContentErrorCode.SOURCE_TOO_COMPLEX, "reading the document takes more memory than it may have");
        } catch (IOException e) {
            // Libraries wrap what is thrown within them.
            throw e.getCause() instanceof SourceFailure failure ? failure : e;
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
