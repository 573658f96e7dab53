/** What is unusual about the files that films are made of. */
@NullMarked
package io.moneyprinter.video.source;

import org.jspecify.annotations.NullMarked;
