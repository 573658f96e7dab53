/** Says nothing, for as long as people take to read: for films whose captions tell the story. */
@NullMarked
package io.moneyprinter.tts.provider.silent;

import org.jspecify.annotations.NullMarked;
