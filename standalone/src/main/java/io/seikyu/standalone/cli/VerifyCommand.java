package io.seikyu.standalone.cli;

import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Checks the log from its first event to its last: every hash, every stream, the indexes, the checkpoints.",
            "A server that runs does it by POST /v1/audit/verifications."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ToolStore store;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (ToolStore opened = store) {
            ProgressBar bar = ProgressBar.on(spec.commandLine().getErr());
            Verification found = LogVerifier.verify(opened.log(), opened.checkpoints(), bar::show);
            spec.commandLine().getOut().println(found.summary());
            return found.valid() ? 0 : CommandLineTool.FAULT;
        }
    }
}
