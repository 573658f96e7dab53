package io.moneyprinter.content.api;

import io.moneyprinter.content.seo.PlatformText;
import io.moneyprinter.language.Readability;
import java.util.List;

/**
 * What stands beside a video.
 *
 * @param language BCP 47
 * @param estimatedDuration how long the script is spoken, in seconds
 */
record SeoView(String language, int estimatedDuration, Readability readability, List<PlatformText> platforms) {}
