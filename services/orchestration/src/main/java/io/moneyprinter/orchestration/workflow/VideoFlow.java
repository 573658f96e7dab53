package io.moneyprinter.orchestration.workflow;

/**
 * The workflows, as the engine runs them. What crosses the engine are strings and numbers; names and the order of
 * steps are stored, so a change of order needs a new version beside this one. Public, because the engine's proxies
 * ask for it.
 */
public interface VideoFlow {

    /** A whole video; gives the name of a {@link io.moneyprinter.orchestration.step.Verdict}. */
    String produce(String videoId);

    /** What is heard or read of a video, without pictures; gives the name of a {@link io.moneyprinter.orchestration.step.Verdict}. */
    String narrate(String videoId);

    /** One piece of work with its retries; gives the name of a {@link io.moneyprinter.orchestration.step.Verdict}. */
    String unit(String videoId, String kind, int index);
}
