/** A picture for every sentence: own files, stock footage or drawn, whatever fits first. */
@NullMarked
package io.moneyprinter.materials.shot;

import org.jspecify.annotations.NullMarked;
