/** What is known of a video and of the pieces of work it consists of; all of it lies in the database. */
@NullMarked
package io.moneyprinter.orchestration.job;

import org.jspecify.annotations.NullMarked;
