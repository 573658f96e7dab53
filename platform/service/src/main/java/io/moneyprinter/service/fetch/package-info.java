/** The one way out to addresses that others name: only public hosts, only so much, only so long. */
@NullMarked
package io.moneyprinter.service.fetch;

import org.jspecify.annotations.NullMarked;
