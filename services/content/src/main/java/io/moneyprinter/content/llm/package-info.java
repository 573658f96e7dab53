/** Language models: which there are, how each is asked, and who takes over when one fails. */
@NullMarked
package io.moneyprinter.content.llm;

import org.jspecify.annotations.NullMarked;
