/** Services of others that work is done by: how they are doing, and when they are left alone. */
@NullMarked
package io.moneyprinter.service.provider;

import org.jspecify.annotations.NullMarked;
