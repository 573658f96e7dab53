package io.moneyprinter.app;

import io.moneyprinter.app.cli.MoneyPrinterCommand;

/** The program. Run in an IDE without arguments it says what it can do; {@code serve} hosts everything. */
public final class MoneyPrinter {

    private MoneyPrinter() {}

    public static void main(String[] arguments) {
        System.exit(MoneyPrinterCommand.run(arguments));
    }
}
