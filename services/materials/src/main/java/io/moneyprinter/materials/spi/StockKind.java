package io.moneyprinter.materials.spi;

/** What moves, and what does not. */
public enum StockKind {
    VIDEO,
    PHOTO
}
