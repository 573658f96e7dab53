/** The command line: decides what to do before anything heavy is loaded. */
@NullMarked
package io.moneyprinter.app.cli;

import org.jspecify.annotations.NullMarked;
