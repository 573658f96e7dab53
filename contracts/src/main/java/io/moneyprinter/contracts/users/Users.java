package io.moneyprinter.contracts.users;

import io.moneyprinter.contracts.common.UserId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Who somebody is. */
@HttpExchange
public interface Users {

    @GetExchange("/internal/users/{user_id}")
    UserProfile get(@PathVariable("user_id") UserId userId);
}
