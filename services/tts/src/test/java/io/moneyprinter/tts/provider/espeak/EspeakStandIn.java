package io.moneyprinter.tts.provider.espeak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A small program that is asked like espeak-ng, answers like it, and misbehaves as a test wants it. */
final class EspeakStandIn {

    /** A header as espeak-ng writes it: 22,050 Hz, with the largest size instead of the one that it does not know. */
    private static final String HEADER = "'RIFF\\044\\360\\377\\177WAVEfmt \\020\\000\\000\\000\\001\\000\\001\\000"
            + "\\042V\\000\\000D\\254\\000\\000\\002\\000\\020\\000data\\000\\360\\377\\177'";

    /** 100 ms for every letter of the text. */
    static final String SPEAK = "count=$(wc -c <\"$here/heard\"); printf " + HEADER
            + "; head -c $((count * 4410)) /dev/zero | tr '\\000' '\\020'";

    /** The same, but mute where the amplitude is set to 0. */
    static final String SPEAK_OR_MUTE = "printf " + HEADER
            + "; LC_ALL=C awk -v RS='\\001' 'NR > 1 { sound = /^100A/ ? \"020\" : \"000\"; sub(/^[0-9]+A/, \"\");"
            + " print sound, gsub(/[A-Za-z]/, \"\") }' <\"$here/heard\" | while read -r sound count; do"
            + " head -c $((count * 4410)) /dev/zero | tr '\\000' \"\\\\$sound\"; done";

    private final Path directory;

    EspeakStandIn(Path directory) {
        this.directory = directory;
    }

    /** A provider whose program runs the script once it has written down what it was asked. */
    EspeakSpeechSynthesizer thatRuns(String script, Duration timeout) throws IOException {
        Files.writeString(directory.resolve("voices"), EspeakVoicesTests.recorded());
        var program = Files.writeString(directory.resolve("espeak-ng"), """
                #!/bin/sh
                here='%s'
                case "$1" in
                --version) echo 'eSpeak NG text-to-speech: 1.51  Data at: /usr/lib/espeak-ng-data'; exit ;;
                --voices) cat "$here/voices"; exit ;;
                esac
                echo $$ >"$here/pid"
                printf '%%s\\n' "$@" >"$here/asked"
                cat >"$here/heard"
                %s
                """.formatted(directory, script));
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make a program of " + program);
        }
        return new EspeakSpeechSynthesizer(
                new EspeakProperties(true, program.toString(), 1, timeout, Duration.ofHours(1)), Clock.systemUTC());
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** What was on its standard input. */
    String heard() throws IOException {
        return Files.readString(file("heard"));
    }

    /** Its arguments, a line each. */
    String asked() throws IOException {
        return Files.readString(file("asked"));
    }
}
