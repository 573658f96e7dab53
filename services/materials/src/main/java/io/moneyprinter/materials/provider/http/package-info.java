/** Asking providers of stock footage over HTTP: keys, limits and refusals. */
@NullMarked
package io.moneyprinter.materials.provider.http;

import org.jspecify.annotations.NullMarked;
