package io.moneyprinter.app.cli;

import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.tts.provider.neural.VoiceShelf;
import io.moneyprinter.tts.provider.neural.install.VoiceInstaller;
import io.moneyprinter.tts.provider.neural.install.VoiceOffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter voices}: the neural voices of this machine. */
@Command(
        name = "voices",
        description = "Lists the neural voices that are there, and those that can be installed.",
        mixinStandardHelpOptions = true)
final class VoicesCommand implements Callable<Integer> {

    private static final double MIB = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var server = start()) {
            var shelf = server.bean(VoiceShelf.class);
            var installer = server.bean(VoiceInstaller.class);
            out().printf("In %s:%n", shelf.directory());
            shelf.usable().forEach(voice -> out().printf("  %-40s  %s%n", voice.id(), voice.locale()));
            shelf.broken().forEach(broken -> out().printf("  BROKEN  %s%n", broken));
            out().printf("To be installed, from %s:%n", installer.catalogue());
            installer
                    .offers()
                    .forEach(offer -> out().printf(
                                    "  %-40s  %s, %s, %s%n",
                                    offer.name(), offer.language(), size(offer), offer.licence()));
            out().flush();
            return ExitCodes.OK;
        }
    }

    @Command(
            name = "install",
            description = "Installs a voice of the catalogue, once its licence is accepted.",
            mixinStandardHelpOptions = true)
    int install(
            @Parameters(paramLabel = "NAME", description = "as the list has it") String name,
            @Option(names = "--yes", description = "accepts the licence without being asked") boolean accepted)
            throws IOException {
        try (var server = start()) {
            var installer = server.bean(VoiceInstaller.class);
            var offer = installer.offer(name);
            out().printf(
                            "%s (%s, %s) may be used under these terms: %s%n%s%n",
                            offer.name(), offer.language(), size(offer), offer.licence(), offer.licenceUrl());
            if (!accepted && !isAccepted()) {
                out().println("Nothing was installed.");
                out().flush();
                return ExitCodes.FAILED;
            }
            installer.install(offer, bytes -> {
                out().printf("\r%3d %%", 100 * bytes / offer.bytes());
                out().flush();
            });
            out().printf(
                            "%nIt is in %s. A server that runs finds it within seconds, or, if it is the first, when it"
                                    + " is started again.%n",
                            server.bean(VoiceShelf.class).directory());
            out().flush();
            return ExitCodes.OK;
        }
    }

    private boolean isAccepted() throws IOException {
        out().print("Type yes to accept them: ");
        out().flush();
        var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    private static String size(VoiceOffer offer) {
        return "%.0f MiB".formatted(offer.bytes() / MIB);
    }

    private static Server start() {
        var options = ServerOptions.everything(Home.of(System.getenv()))
                .withServices(EnumSet.of(ServiceId.TTS))
                .withPort(0);
        return Server.start(options);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
