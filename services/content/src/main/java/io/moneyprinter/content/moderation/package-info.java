/** Optional: looks at what people send and at what models write, and refuses what whoever runs this does not want. */
@NullMarked
package io.moneyprinter.content.moderation;

import org.jspecify.annotations.NullMarked;
