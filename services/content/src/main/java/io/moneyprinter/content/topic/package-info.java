/** Has a language model write about a topic. */
@NullMarked
package io.moneyprinter.content.topic;

import org.jspecify.annotations.NullMarked;
