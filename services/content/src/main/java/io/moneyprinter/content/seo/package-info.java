/** What stands beside a video where it is published. */
@NullMarked
package io.moneyprinter.content.seo;

import org.jspecify.annotations.NullMarked;
