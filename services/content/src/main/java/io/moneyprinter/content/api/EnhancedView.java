package io.moneyprinter.content.api;

import io.moneyprinter.content.enhance.Enhanced;
import io.moneyprinter.content.view.ContentView;
import java.util.List;

/**
 * What came of a script.
 *
 * @param by {@code model}, {@code extract} (its own sentences) or {@code rules} (nothing was written)
 * @param flags sentences that state something that should be looked up before it is published
 */
record EnhancedView(
        ContentView content, String by, Enhanced.Measures before, Enhanced.Measures after, List<Enhanced.Flag> flags) {

    static EnhancedView of(Enhanced enhanced) {
        return new EnhancedView(
                ContentView.of(enhanced.content()),
                enhanced.by(),
                enhanced.before(),
                enhanced.after(),
                enhanced.flags());
    }
}
