package io.seikyu.standalone.cli;

import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code seikyu.jar} does besides serving. */
@Command(
        name = "seikyu",
        description = "Goes through the log of a Seikyu that does not run just now.",
        subcommands = {
            VerifyCommand.class,
            ReplayCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without any of these it serves; with 'demo' it shows what it does.",
            "It ends with 0 when all went well, 1 when something is not as it was written,",
            "2 when it was not told rightly what to do, 3 when it cannot do it."
        })
public final class CommandLineTool {
    /** Something is not as it was written. */
    static final int FAULT = 1;
    /** It cannot be done here and now. */
    static final int CANNOT = 3;

    private static final Set<String> OTHERS = Set.of("help", "--help", "-h");

    private CommandLineTool() {}

    /** Whether that is for this one, and not for the server. */
    public static boolean knows(String argument) {
        return OTHERS.contains(argument) || tool().getSubcommands().containsKey(argument);
    }

    /** @return what the process is to end with */
    public static int run(String... arguments) {
        return tool().execute(arguments);
    }

    /** @param out what it finds; how far it is goes to standard error */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return tool().setOut(out).setErr(err).execute(arguments);
    }

    private static CommandLine tool() {
        return new CommandLine(new CommandLineTool())
                .addSubcommand("help", new CommandLine.HelpCommand())
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    line.getErr().println(line.getCommandName() + ": " + fault.getMessage());
                    return codeOf(fault);
                });
    }

    private static int codeOf(Exception fault) throws Exception {
        if (fault instanceof LogDamagedException) {
            return FAULT;
        }
        if (fault instanceof LogUnavailableException
                || fault instanceof IOException
                || fault instanceof UncheckedIOException
                || fault instanceof CannotException) {
            return CANNOT;
        }
        throw fault;
    }

    /** What is asked for cannot be done, and the message says why. */
    static final class CannotException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotException(String why) {
            super(why);
        }
    }
}
