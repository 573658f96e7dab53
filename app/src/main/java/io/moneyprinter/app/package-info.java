/** The program: hosts services and has a command line. The only module that knows all services. */
@NullMarked
package io.moneyprinter.app;

import org.jspecify.annotations.NullMarked;
