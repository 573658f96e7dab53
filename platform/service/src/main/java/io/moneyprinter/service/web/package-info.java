/** What every HTTP request meets before a controller, and what it gets when something is wrong: RFC 9457. */
@NullMarked
package io.moneyprinter.service.web;

import org.jspecify.annotations.NullMarked;
