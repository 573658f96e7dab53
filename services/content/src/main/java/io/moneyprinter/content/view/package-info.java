/** Scripts as people and programs outside see and edit them. */
@NullMarked
package io.moneyprinter.content.view;

import org.jspecify.annotations.NullMarked;
