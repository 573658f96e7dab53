/** Whether rows and objects agree, and the deletion of objects that no row points to. */
@NullMarked
package io.moneyprinter.service.retention;

import org.jspecify.annotations.NullMarked;
