/** How JSON looks everywhere: snake case, ISO 8601 times, nothing unknown and nothing twice. */
@NullMarked
package io.moneyprinter.service.json;

import org.jspecify.annotations.NullMarked;
