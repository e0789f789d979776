package io.seikyu.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link Worker} as the run sees it. */
final class WorkerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Contender contender;
    private final Path log;
    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private WorkerProcess(Contender contender, Path log, Process process) {
        this.contender = contender;
        this.log = log;
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The flags of every contender's JVM. */
    static List<String> flags(String heap) {
        return List.of("-Xms" + heap, "-Xmx" + heap, "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC");
    }

    static WorkerProcess start(Contender contender, Path home, String heap) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(heap));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(List.of(contender.id(), home.toString()));
        Path log = home.resolve("worker.log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        return new WorkerProcess(contender, log, process);
    }

    Rate rate(Object... command) {
        return Answer.rate(ask(command));
    }

    Map<String, String> facts(Object... command) {
        return Answer.facts(ask(command));
    }

    private String ask(Object... command) {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        commands.println(String.join(" ", words));
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the process of " + contender.id() + " has ended, see " + log);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
