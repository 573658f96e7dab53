/** Text in every script, shapes and pictures, the same on every machine: our own fonts, no display, no system library. */
@NullMarked
package io.moneyprinter.drawing;

import org.jspecify.annotations.NullMarked;
