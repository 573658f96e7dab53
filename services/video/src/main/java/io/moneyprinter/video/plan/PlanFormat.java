package io.moneyprinter.video.plan;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans as JSON. A mapper of its own: what is stored, and what keys are digests of, must not change with the settings
 * of the API.
 */
public final class PlanFormat {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultVisibility(
                    visibility -> visibility.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    public FilmPlan read(byte[] json) {
        return mapper.readValue(json, FilmPlan.class);
    }
}
