/** Shortens an article to its most telling sentences. */
@NullMarked
package io.moneyprinter.content.article;

import org.jspecify.annotations.NullMarked;
