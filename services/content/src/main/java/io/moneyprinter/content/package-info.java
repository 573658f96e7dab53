/** The content service (8002): a topic, a script or an article becomes sentences to speak. */
@NullMarked
package io.moneyprinter.content;

import org.jspecify.annotations.NullMarked;
