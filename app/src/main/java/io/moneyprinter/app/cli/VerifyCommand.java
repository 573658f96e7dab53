package io.moneyprinter.app.cli;

import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.retention.Findings;
import io.moneyprinter.service.retention.Retention;
import io.moneyprinter.service.store.Lifecycle;
import io.moneyprinter.service.store.StoreProperties;
import io.moneyprinter.service.store.Tally;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter verify}: proves that rows and objects agree, beside a server or without one. */
@Command(
        name = "verify",
        description = "Compares what rows point to with what is stored; exit code 1 when they do not agree.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    /** A longer list helps nobody; the log of a server has all of it. */
    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--collect",
            description = "deletes what no row points to and nobody has used for moneyprinter.store.grace (24 h; what"
                    + " was made here: moneyprinter.store.rendition-keep, 30 days)")
    private boolean collect;

    @Option(names = "--deep", description = "reads every object and compares it with the checksum it was stored with")
    private boolean deep;

    /** The service with the least to start: it brings the database, the store and nothing that works by itself. */
    @Override
    public Integer call() {
        var options = ServerOptions.everything(Home.of(System.getenv()))
                .withServices(EnumSet.of(ServiceId.USERS))
                .withPort(0);
        try (var server = Server.start(options)) {
            var retention = server.bean(Retention.class);
            var found = collect ? retention.collect(deep) : retention.verify(deep);
            tell(found, server.bean(StoreProperties.class));
            return found.agree() ? ExitCodes.OK : ExitCodes.FAILED;
        }
    }

    private void tell(Findings found, StoreProperties properties) {
        line("ok", "originals", found.stored(Lifecycle.ORIGINAL).toString());
        line("ok", "renditions", found.stored(Lifecycle.RENDITION).toString());
        line("ok", "chunks", found.stored(Lifecycle.CACHE).toString());
        found.unreadable().forEach(schema -> line("FAIL", "rows", schema + " (not verified, and nothing is deleted)"));
        found.missing().stream()
                .limit(SHOWN)
                .forEach(missing ->
                        line("FAIL", "missing", "%s, needed by %s".formatted(missing.key(), missing.column())));
        if (found.missing().size() > SHOWN) {
            line("FAIL", "missing", "and %,d more".formatted(found.missing().size() - SHOWN));
        } else if (found.missing().isEmpty() && found.unreadable().isEmpty()) {
            line("ok", "missing", "nothing that a row points to");
        }
        if (found.replaced() > 0) {
            line(
                    "--",
                    "gone",
                    "%,d that will be made or fetched again when they are needed".formatted(found.replaced()));
        }
        if (deep) {
            found.damaged().stream()
                    .limit(SHOWN)
                    .forEach(key -> line("FAIL", "damaged", key + ", its bytes are not those that were stored"));
            line(
                    found.damaged().isEmpty() ? "ok" : "FAIL",
                    "bytes",
                    "%,d read, %,d damaged, %,d without a checksum"
                            .formatted(found.checked(), found.damaged().size(), found.unchecked()));
        }
        unneeded("orphaned", found.orphans());
        unneeded("surplus", found.surplus());
        unneeded("unfinished", found.leftOvers());
        if (found.foreign().count() > 0) {
            line("--", "foreign", found.foreign() + " of somebody else, not looked at and never deleted");
        }
        if (found.resting().count() > 0) {
            line(
                    "--",
                    "resting",
                    "%s without a row, used in the last %s (made here: %s)"
                            .formatted(found.resting(), text(properties.grace()), text(properties.renditionKeep())));
        }
        if (collect) {
            line("ok", "deleted", found.collected().toString());
        }
    }

    private void unneeded(String what, Tally tally) {
        if (tally.count() > 0) {
            line("--", what, tally + (collect ? "" : ", to be deleted with --collect"));
        }
    }

    private static String text(Duration duration) {
        return duration.toDays() > 1
                ? duration.toDays() + " days"
                : String.format(Locale.ROOT, "%d hours", duration.toHours());
    }

    private void line(String result, String what, String detail) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-4s  %-10s  %s%n", result, what, detail);
        out.flush();
    }
}
