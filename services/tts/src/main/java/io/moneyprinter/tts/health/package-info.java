/** How providers of voices have been doing, and whether they may be asked. */
@NullMarked
package io.moneyprinter.tts.health;

import org.jspecify.annotations.NullMarked;
