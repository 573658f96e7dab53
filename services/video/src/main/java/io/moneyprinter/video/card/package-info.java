/** Cards with a title: what is seen before, between and after the sentences, drawn by ourselves. */
@NullMarked
package io.moneyprinter.video.card;

import org.jspecify.annotations.NullMarked;
