package io.moneyprinter.service.identity;

import io.moneyprinter.contracts.common.UserId;

/** Who is asking. A parameter of this type in a public controller method is filled in. */
public record Caller(UserId userId) {}
