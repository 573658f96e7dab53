/** What providers that speak over HTTP have in common: asking in time, failing in one way, and sound that can be trusted. */
@NullMarked
package io.moneyprinter.tts.provider.http;

import org.jspecify.annotations.NullMarked;
