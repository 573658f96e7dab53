/** What the video service (8004) offers: a plan of the film and each of the pieces it is made of. */
@NullMarked
package io.moneyprinter.contracts.video;

import org.jspecify.annotations.NullMarked;
