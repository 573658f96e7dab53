/** The one directory that everything we keep lies in. */
@NullMarked
package io.moneyprinter.service.home;

import org.jspecify.annotations.NullMarked;
