package io.moneyprinter.testing.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program in place of espeak-ng whose phonemes are the letters of the text. As the real one it joins words ("of
 * the"), speaks others as two ("42"), and now and then ends a clause within a line (at a hyphen).
 *
 * @param program where it is
 */
public record PhonemesStandIn(Path program) {

    public static PhonemesStandIn in(Path directory) throws IOException {
        var program = Files.writeString(directory.resolve("espeak-ng"), """
                #!/bin/sh
                here='%s'
                case "$1" in
                --version) echo 'eSpeak NG text-to-speech: 1.51  Data at: /usr/lib/espeak-ng-data'; exit ;;
                esac
                printf '%%s\\n' "$@" >"$here/asked"
                tee "$here/heard" | tr 'A-Z' 'a-z' | sed -e 's/^of the/ovðe/' -e 's/ of the/ ovðe/g' \\
                    -e 's/^the\\b/ðe/' -e 's/ the\\b/ ðe/g' -e 's/^of$/ov/' -e 's/42/forti tu/' -e 's/-/\\n/g'
                """.formatted(directory));
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make a program of " + program);
        }
        return new PhonemesStandIn(program);
    }

    /** What was on its standard input the last time. */
    public String heard() throws IOException {
        return Files.readString(program.resolveSibling("heard"));
    }

    /** Its arguments the last time, a line each. */
    public String asked() throws IOException {
        return Files.readString(program.resolveSibling("asked"));
    }
}
