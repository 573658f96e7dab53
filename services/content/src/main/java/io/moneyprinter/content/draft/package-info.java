/** Scripts that users keep and edit, with all their versions. */
@NullMarked
package io.moneyprinter.content.draft;

import org.jspecify.annotations.NullMarked;
