/** The contract of the content service over its three sources. */
@NullMarked
package io.moneyprinter.content.api;

import org.jspecify.annotations.NullMarked;
