package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One side as a process of its own: from its packaged program, as it is run in a container; where nothing is packaged
 * yet, as in an IDE, from the class path.
 */
final class ChildApplication implements AutoCloseable {
    private static final int STARTS_WITHIN_SECONDS = 120;
    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private volatile URI address;

    private ChildApplication(Process process) {
        this.process = process;
        Thread listener = new Thread(this::listen, "child-output");
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts it without waiting for it. */
    static ChildApplication start(String module, String mainClass, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program(Path.of("..", module, "target"), mainClass));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        // it takes any free port, and tells nobody but its log which
        builder.environment().put("SEIKYU_PORT", "0");
        builder.environment().put("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_BOOT_TOMCAT", "INFO");
        return new ChildApplication(builder.start());
    }

    private static List<String> program(Path target, String mainClass) throws IOException {
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> packaged = files.filter(file -> file.toString().endsWith("-app.jar"))
                        .toList();
                if (!packaged.isEmpty()) {
                    return List.of("-jar", packaged.get(0).toString());
                }
            }
        }
        return List.of("-cp", System.getProperty("java.class.path"), mainClass);
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                Matcher port = PORT.matcher(line);
                if (port.find()) {
                    address = URI.create("http://127.0.0.1:" + port.group(1));
                }
            }
        } catch (IOException e) {
            // it was killed
        }
    }

    /** Waits until it answers that it is well. */
    void awaitReady() throws InterruptedException {
        for (int i = 0; i < 4 * STARTS_WITHIN_SECONDS; i++) {
            if (!process.isAlive()) {
                throw new AssertionError("it ended: " + said());
            }
            try {
                if (address != null
                        && send("GET", "/actuator/health", null, "Accept", "application/json")
                                        .statusCode()
                                == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // nobody listens
            }
            Thread.sleep(250);
        }
        throw new AssertionError("it does not answer: " + said());
    }

    private String said() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    /** @param headers names and values by turns */
    HttpResponse<String> send(String method, String path, String body, String... headers) throws InterruptedException {
        HttpRequest.BodyPublisher sent =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .headers(headers)
                .method(method, sent)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + "; it said: " + said(), e);
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
