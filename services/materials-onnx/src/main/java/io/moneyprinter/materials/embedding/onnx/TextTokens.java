package io.moneyprinter.materials.embedding.onnx;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cuts texts into the tokens that a model knows. Native: it is closed when nobody uses it any more. */
final class TextTokens implements AutoCloseable {

    private static final String AT_THE_END = "LONGEST_FIRST";

    private final TokenizersLibrary library;
    private final long handle;

    private TextTokens(TokenizersLibrary library, long handle) {
        this.library = library;
        this.handle = handle;
    }

    /**
     * As a file of Hugging Face says.
     *
     * @param longest tokens of a text, whatever the file says
     */
    static TextTokens read(TokenizersLibrary library, Path file, int longest) {
        try {
            var handle = library.createTokenizerFromString(Files.readString(file));
            library.disablePadding(handle);
            library.setTruncation(handle, longest, AT_THE_END, 0);
            return new TextTokens(library, handle);
        } catch (IOException e) {
            throw ModelDirectory.unreadable(file, e);
        } catch (RuntimeException e) {
            throw BrokenModel.of(file, "it is no tokenizer (%s)".formatted(e.getMessage()), BrokenModel.TAKE_AGAIN, e);
        }
    }

    /** With those that begin and end a text. */
    long[] of(String text) {
        // Half of a surrogate pair is no text outside of Java.
        var clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var encoding = library.encode(handle, clean, true);
        try {
            return library.getTokenIds(encoding);
        } finally {
            library.deleteEncoding(encoding);
        }
    }

    @Override
    public void close() {
        library.deleteTokenizer(handle);
    }
}
