package io.seikyu.standalone.cli;

import io.seikyu.eventlog.EventLog;
import io.seikyu.standalone.cli.CommandLineTool.CannotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = {
            "Copies log and checkpoints into a directory, from which 'restore' takes them.",
            "The log of a replica set may be in use meanwhile; the embedded one may not."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private ToolStore store;

    @Parameters(paramLabel = "<directory>", description = "Where to; it must not exist.")
    private Path to;

    @Option(
            names = "--with-keys",
            description =
                    "Copies the keys of persons' data as well. A key that lives on in a backup undoes an erasure.")
    private boolean withKeys;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(to)) {
            throw new CannotException(to + " is there already");
        }
        try (ToolStore opened = store) {
            EventLog log = opened.log();
            if (withKeys && opened.isShared()) {
                throw new CannotException("the keys are in the replica set: use mongodump for them");
            }
            Files.createDirectories(to);
            long head = log.head();
            log.backup(to.resolve("log"));
            Copies.copy(opened.data().resolve("checkpoints"), to.resolve("checkpoints"));
            if (withKeys) {
                Copies.copy(opened.data().resolve("subject-keys"), to.resolve("subject-keys"));
            }
            spec.commandLine().getOut().println("Copied through position " + head + " to " + to + ".");
            return 0;
        }
    }
}
