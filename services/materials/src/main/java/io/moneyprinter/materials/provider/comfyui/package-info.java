/** Pictures of a ComfyUI server. */
@NullMarked
package io.moneyprinter.materials.provider.comfyui;

import org.jspecify.annotations.NullMarked;
