/** What the content service (8002) offers: text in, a spoken-word script out. */
@NullMarked
package io.moneyprinter.contracts.content;

import org.jspecify.annotations.NullMarked;
