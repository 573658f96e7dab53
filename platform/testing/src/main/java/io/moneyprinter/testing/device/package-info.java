/** GPUs for machines that have none. */
@NullMarked
package io.moneyprinter.testing.device;

import org.jspecify.annotations.NullMarked;
