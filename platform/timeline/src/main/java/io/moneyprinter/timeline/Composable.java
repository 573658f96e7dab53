package io.moneyprinter.timeline;

/** What a track holds, in order. */
public sealed interface Composable permits Item, Transition {}
