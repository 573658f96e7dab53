/** How videos of a kind are built: a library of templates, and those of users. */
@NullMarked
package io.moneyprinter.content.template;

import org.jspecify.annotations.NullMarked;
