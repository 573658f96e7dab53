/** The gateway service (8000): where people come in, whichever process serves them. */
@NullMarked
package io.moneyprinter.gateway;

import org.jspecify.annotations.NullMarked;
