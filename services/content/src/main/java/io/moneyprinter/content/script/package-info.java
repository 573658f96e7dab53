/** Reads a given script: headings, paragraphs, pauses, sentences. */
@NullMarked
package io.moneyprinter.content.script;

import org.jspecify.annotations.NullMarked;
