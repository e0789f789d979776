package io.seikyu.standalone.cli;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.proof.LogImport;
import io.seikyu.standalone.cli.CommandLineTool.CannotException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Fills an empty log from what 'export' wrote; the chain is checked on the way.",
            "The instance then starts with sending off."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    static final String SENDING_IS_OFF =
            "Sending is off until POST /v1/sending/resume {reason, sentUpTo} confirms up to"
                    + " when messages had gone out.";

    @Mixin
    private ToolStore store;

    @Parameters(paramLabel = "<file>", description = "What 'export' wrote.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CannotException("there is no file " + file);
        }
        try (ToolStore opened = store;
                InputStream from = Files.newInputStream(file)) {
            EventLog log = opened.emptyLog();
            PrintWriter out = spec.commandLine().getOut();
            long last = LogImport.read(from, log, position -> {});
            out.println("Imported through position " + last + ".");
            out.println(SENDING_IS_OFF);
            return 0;
        }
    }
}
