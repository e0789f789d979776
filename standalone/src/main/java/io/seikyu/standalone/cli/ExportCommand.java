package io.seikyu.standalone.cli;

import io.seikyu.eventlog.proof.LogExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Writes the log as one file that either kind of store can import, with the same positions and hashes.",
            "Personal data in it stays sealed; its keys are not in it."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private ToolStore store;

    @Parameters(paramLabel = "<file>", description = "Where to; it must not exist.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (ToolStore opened = store) {
            var log = opened.log();
            try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                ProgressBar bar = ProgressBar.on(spec.commandLine().getErr());
                long last = LogExport.write(log, to, bar::show);
                spec.commandLine().getOut().println("Exported through position " + last + " to " + file + ".");
            }
            return 0;
        }
    }
}
