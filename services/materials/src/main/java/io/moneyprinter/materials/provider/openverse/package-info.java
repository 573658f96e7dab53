/** Photos of many collections, found by Openverse. */
@NullMarked
package io.moneyprinter.materials.provider.openverse;

import org.jspecify.annotations.NullMarked;
