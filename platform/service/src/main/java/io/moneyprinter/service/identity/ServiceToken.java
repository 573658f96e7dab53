package io.moneyprinter.service.identity;

import io.moneyprinter.contracts.common.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a valid token says.
 *
 * @param issuer the services of the process that calls
 * @param userId on whose behalf, null when on nobody's
 */
public record ServiceToken(String issuer, @Nullable UserId userId) {}
