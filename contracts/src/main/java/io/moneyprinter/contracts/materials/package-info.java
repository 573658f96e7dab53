/** What the materials service (8005) offers: assets of the user and a picture for every sentence. */
@NullMarked
package io.moneyprinter.contracts.materials;

import org.jspecify.annotations.NullMarked;
