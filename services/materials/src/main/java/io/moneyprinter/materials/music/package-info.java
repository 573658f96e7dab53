/** The music of the library: what users brought, and what is composed for them on demand. */
@NullMarked
package io.moneyprinter.materials.music;

import org.jspecify.annotations.NullMarked;
