/** The public HTTP API as a Java program uses it: plain JDK client, the contract's records, one exception. */
@NullMarked
package io.moneyprinter.client;

import org.jspecify.annotations.NullMarked;
