/** Services behind their real web server. */
@NullMarked
package io.moneyprinter.testing.web;

import org.jspecify.annotations.NullMarked;
