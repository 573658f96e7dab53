package io.moneyprinter.video.encode;

/** How much time an encoder takes for the same look in fewer bytes. */
public enum Speed {
    /** Close to the least work that looks right. */
    FAST,
    /** For what is kept. */
    THOROUGH
}
