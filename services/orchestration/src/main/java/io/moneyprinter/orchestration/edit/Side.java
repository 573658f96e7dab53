package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.video.RenderPlan;

/** One of two versions that are compared. */
public record Side(Cut cut, RenderPlan plan, ObjectKey mix) {

    Sentence sentence(int index) {
        return cut.content().sentences().get(index);
    }

    int sentences() {
        return cut.size();
    }
}
