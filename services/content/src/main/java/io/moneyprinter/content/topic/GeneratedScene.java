package io.moneyprinter.content.topic;

import io.moneyprinter.contracts.content.Scene;

/**
 * A scene while the rest is still written.
 *
 * @param index of the scene, from 0
 * @param heading empty without one
 */
public record GeneratedScene(int index, String heading, String narration, Scene scene) {}
