/** Character voices of a server of one's own, in either of the dialects that go by the name of CharacterBox. */
@NullMarked
package io.moneyprinter.tts.provider.characterbox;

import org.jspecify.annotations.NullMarked;
