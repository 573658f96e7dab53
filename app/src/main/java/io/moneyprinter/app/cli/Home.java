package io.moneyprinter.app.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where this user's installation keeps its data. */
final class Home {

    private static final String VARIABLE = "MONEYPRINTER_HOME";

    private Home() {}

    static Path of(Map<String, String> environment) {
        var named = environment.get(VARIABLE);
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".moneyprinter")
                : Path.of(named).toAbsolutePath();
    }
}
