package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.video.RenderPlan;
import org.jspecify.annotations.Nullable;

/**
 * One of two versions that are compared.
 *
 * @param mix null where nothing is heard
 */
public record Side(Cut cut, RenderPlan plan, @Nullable ObjectKey mix) {

    Sentence sentence(int index) {
        return cut.content().sentences().get(index);
    }

    int sentences() {
        return cut.size();
    }
}
