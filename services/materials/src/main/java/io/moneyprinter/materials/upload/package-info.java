/** Files that come in pieces, by the tus protocol: a connection that breaks costs what was on its way. */
@NullMarked
package io.moneyprinter.materials.upload;

import org.jspecify.annotations.NullMarked;
