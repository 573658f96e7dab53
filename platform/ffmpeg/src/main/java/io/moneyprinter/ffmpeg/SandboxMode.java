package io.moneyprinter.ffmpeg;

/** Whether FFmpeg is shut in, so that it sees nothing but the files of its command. */
public enum SandboxMode {
    /** Where the machine can; elsewhere the limits on formats, codecs and resources stand alone. */
    AUTO,
    /** The program does not start without. */
    REQUIRED,
    OFF
}
