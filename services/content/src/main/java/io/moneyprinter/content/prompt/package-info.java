/** What language models are told, how they are asked, and what is left of what they answer. */
@NullMarked
package io.moneyprinter.content.prompt;

import org.jspecify.annotations.NullMarked;
