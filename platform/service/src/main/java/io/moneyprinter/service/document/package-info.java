/** Which documents are known, whoever keeps or reads them. */
@NullMarked
package io.moneyprinter.service.document;

import org.jspecify.annotations.NullMarked;
