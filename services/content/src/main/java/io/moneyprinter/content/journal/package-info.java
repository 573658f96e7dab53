/** What language models were asked and what they said, for the user it was done for and nobody else. */
@NullMarked
package io.moneyprinter.content.journal;

import org.jspecify.annotations.NullMarked;
