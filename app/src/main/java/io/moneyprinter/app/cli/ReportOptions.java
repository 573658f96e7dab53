package io.moneyprinter.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How whoever starts a command is told how it goes. */
final class ReportOptions {

    @Option(names = "--json", description = "one JSON object per line on standard output instead of a progress bar")
    private boolean json;

    @Option(names = "--quiet", description = "no progress")
    private boolean quiet;

    Report report(CommandLine command) {
        return json ? new JsonReport(command.getOut()) : new ProgressBar(command.getErr(), quiet);
    }
}
