package io.moneyprinter.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code moneyprinter}: names the commands. */
@Command(
        name = "moneyprinter",
        description = "Makes short videos from a script, an article or a topic.",
        mixinStandardHelpOptions = true,
        version = "MoneyPrinter 0.1.0",
        subcommands = {
            MakeCommand.class,
            ConvertCommand.class,
            TranslateCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            VerifyCommand.class,
            VoicesCommand.class,
            BenchCommand.class,
            WarmUpCommand.class
        },
        footer = {"", "  test    passes all tests (by the launcher script)"})
public final class MoneyPrinterCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Runs one command line and returns the exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new MoneyPrinterCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what to do: make, convert, translate, serve, doctor, verify, voices, bench");
    }
}
