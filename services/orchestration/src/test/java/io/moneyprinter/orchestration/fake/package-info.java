/** The services that orchestration calls, as tests want them: scripted, counted, and without any work. */
@NullMarked
package io.moneyprinter.orchestration.fake;

import org.jspecify.annotations.NullMarked;
