/** What we know of languages without a model: which one a text is in, its words, and which of them tell something. */
@NullMarked
package io.moneyprinter.language;

import org.jspecify.annotations.NullMarked;
