package io.moneyprinter.contracts.materials;

import io.moneyprinter.contracts.common.UserId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The brands that users keep. */
@HttpExchange
public interface BrandKits {

    /** A brand of this user; not found for anybody else's. */
    @GetExchange("/internal/materials/brands/{brand_id}")
    BrandKit brand(@RequestParam("user_id") UserId userId, @PathVariable("brand_id") String brandId);
}
