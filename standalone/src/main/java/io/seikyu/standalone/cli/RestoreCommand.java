package io.seikyu.standalone.cli;

import io.seikyu.eventlog.proof.LogImport;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Verification;
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
        name = "restore",
        description = {
            "Brings back what 'backup' copied, where there is no log yet, and checks it.",
            "The instance then starts with sending off."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    /** What a backup of a replica set's log is. */
    private static final String EXPORT = "log.export";

    @Mixin
    private ToolStore store;

    @Parameters(paramLabel = "<directory>", description = "What 'backup' wrote.")
    private Path from;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path log = from.resolve("log");
        if (!Files.isDirectory(log)) {
            throw new CannotException("there is no backup in " + from);
        }
        try (ToolStore opened = store) {
            if (Files.exists(opened.logDirectory())) {
                throw new CannotException("there is a log in " + opened.data() + " already");
            }
            Files.createDirectories(opened.data());
            if (Files.exists(log.resolve(EXPORT))) {
                try (InputStream in = Files.newInputStream(log.resolve(EXPORT))) {
                    LogImport.read(in, opened.emptyLog(), position -> {});
                }
            } else if (opened.isShared()) {
                throw new CannotException("this is the backup of an embedded log: restore it as one, and export it");
            } else {
                Copies.copy(log, opened.logDirectory());
            }
            for (String more : new String[] {"checkpoints", "subject-keys"}) {
                if (!Files.exists(opened.data().resolve(more))) {
                    Copies.copy(from.resolve(more), opened.data().resolve(more));
                }
            }
            return check(opened);
        }
    }

    private int check(ToolStore opened) {
        PrintWriter out = spec.commandLine().getOut();
        Verification found = LogVerifier.verify(
                opened.log(),
                opened.checkpoints(),
                ProgressBar.on(spec.commandLine().getErr())::show);
        out.println(found.summary());
        out.println(ImportCommand.SENDING_IS_OFF);
        return found.valid() ? 0 : CommandLineTool.FAULT;
    }
}
