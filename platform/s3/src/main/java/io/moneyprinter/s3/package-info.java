/** Objects in a bucket of Amazon S3, or of a server that speaks as it does. */
@NullMarked
package io.moneyprinter.s3;

import org.jspecify.annotations.NullMarked;
