/** Native programs and libraries out of jars: unpacked once, and made to load on a machine that has nothing but glibc. */
@NullMarked
package io.moneyprinter.natives;

import org.jspecify.annotations.NullMarked;
