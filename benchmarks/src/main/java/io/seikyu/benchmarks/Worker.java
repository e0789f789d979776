package io.seikyu.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The process in which one contender is measured, so that no other's heap, threads or compiled code stand in its way.
 * Reads a command a line and answers each with one line; ends when its input ends. What a store prints goes to standard
 * error.
 */
final class Worker {
    private final Contender contender;
    private final Path home;
    private Path directory;
    private Peer peer;

    private Worker(Contender contender, Path home) {
        this.contender = contender;
        this.home = home;
        this.directory = home;
    }

    /** @param args the contender and its directory */
    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Worker worker = new Worker(Contender.named(args[0]), Path.of(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            answers.println(worker.answer(line));
        }
    }

    private String answer(String line) {
        try {
            return Answer.of(run(line.split(" ")));
        } catch (RuntimeException | IOException e) {
            e.printStackTrace();
            return Answer.failed(e);
        }
    }

    private Object run(String[] words) throws IOException {
        return switch (words[0]) {
            case "open" -> open(words[1]);
            case "close" -> close();
            case "flush" -> DiskFlush.measure(directory, millis(words[1]));
            case "flush-over-written" -> DiskFlush.measureOverWritten(directory, millis(words[1]));
            case "append" -> new Appending(peer.store()).measure(number(words[1]), number(words[2]), millis(words[3]));
            case "fill" -> settled(new Filling(peer.store()).log(number(words[1]), millis(words[2])));
            case "streams" ->
                settled(new Filling(peer.store())
                        .streams(streams(words[1], number(words[2])), number(words[3]), number(words[4])));
            case "replay" -> new Reading(peer).replay(number(words[1]), millis(words[2]), millis(words[3]));
            case "load" ->
                new Reading(peer)
                        .load(
                                streams(words[1], number(words[2])),
                                number(words[3]),
                                millis(words[4]),
                                millis(words[5]));
            default -> throw new IllegalArgumentException("there is no command " + words[0]);
        };
    }

    private Map<String, String> open(String name) throws IOException {
        directory = Files.createDirectories(home.resolve(name));
        peer = contender.open(directory);
        return peer.facts();
    }

    private synchronized Map<String, String> close() {
        if (peer != null) {
            peer.close();
            peer = null;
        }
        return Map.of();
    }

    private Rate settled(Rate rate) {
        peer.settle();
        return rate;
    }

    private static List<String> streams(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Invoices.stream(prefix + '-' + i))
                .collect(Collectors.toList());
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    private static Duration millis(String word) {
        return Duration.ofMillis(Long.parseLong(word));
    }
}
