/** Pictures that models make from words: who is asked, what is kept, and what the words are. */
@NullMarked
package io.moneyprinter.materials.image;

import org.jspecify.annotations.NullMarked;
