/** What can be measured of a file: colours, brightness, motion, cuts, and where words can be read. */
@NullMarked
package io.moneyprinter.materials.traits;

import org.jspecify.annotations.NullMarked;
