package io.moneyprinter.orchestration.job;

/**
 * How long a script is to be. Decided when a video is accepted, since a script that is asked for again has to be asked
 * for in the same words.
 *
 * @param seconds as scripts are estimated, whoever speaks them
 */
public record ScriptInput(int seconds) {}
