/** Reading the texts of others, wherever they are: pages, documents, feeds. Whatever comes is a stranger's. */
@NullMarked
package io.moneyprinter.content.source;

import org.jspecify.annotations.NullMarked;
