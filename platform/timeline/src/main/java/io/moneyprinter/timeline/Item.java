package io.moneyprinter.timeline;

/** A composable that takes up time. */
public sealed interface Item extends Composable permits Clip, Gap {

    RationalTime duration();
}
