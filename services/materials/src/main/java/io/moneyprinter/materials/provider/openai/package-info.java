/** Pictures of OpenAI, and of servers that speak its dialect. */
@NullMarked
package io.moneyprinter.materials.provider.openai;

import org.jspecify.annotations.NullMarked;
