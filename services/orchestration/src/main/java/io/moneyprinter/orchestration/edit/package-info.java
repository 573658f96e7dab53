/** What edits make of a video, and how two versions differ: pure functions of what finished pieces gave. */
@NullMarked
package io.moneyprinter.orchestration.edit;

import org.jspecify.annotations.NullMarked;
