/** Files that users gave us: kept, listed, shown and deleted, by owner. */
@NullMarked
package io.moneyprinter.materials.asset;

import org.jspecify.annotations.NullMarked;
