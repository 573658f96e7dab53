/** What language models were asked, for whom and at what price. */
@NullMarked
package io.moneyprinter.content.usage;

import org.jspecify.annotations.NullMarked;
