package io.seikyu.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A PostgreSQL server on a private data directory and a free port of 127.0.0.1. PostgreSQL refuses to run as root, so
 * root runs it as the user {@code postgres} of Debian's package.
 *
 * <p>Beside the defaults it has a larger buffer and WAL, so that neither is what the figures show; {@code fsync},
 * {@code synchronous_commit} and {@code full_page_writes} are on.
 */
public final class PostgresServer implements AutoCloseable {
    static final String USER = "bench";
    /** Of the clusters that this process makes; processes that share one are told by its property of this name. */
    public static final String PASSWORD_PROPERTY = "seikyu.benchmarks.password";

    public static final String PASSWORD =
            System.getProperty(PASSWORD_PROPERTY, UUID.randomUUID().toString());

    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 80
            shared_buffers = 1GB
            max_wal_size = 4GB
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            """;

    private final Path data;
    private final Path programs;
    private final int port;

    private PostgresServer(Path data, Path programs, int port) {
        this.data = data;
        this.programs = programs;
        this.port = port;
    }

    /** Where the newest installed server's programs are; empty when none is installed. */
    public static Optional<Path> programs() {
        Path debian = Path.of("/usr/lib/postgresql");
        List<Path> candidates = new ArrayList<>();
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(candidates::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (String path : System.getenv().getOrDefault("PATH", "").split(":")) {
            candidates.add(Path.of(path));
        }
        return candidates.stream()
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl")))
                .findFirst();
    }

    /** Starts the server on what {@code directory} holds, or on a new cluster. */
    static PostgresServer start(Path directory) {
        Path programs = programs().orElseThrow(() -> new IllegalStateException("PostgreSQL is not installed"));
        PostgresServer server = new PostgresServer(directory.resolve("pg"), programs, freePort());
        try {
            if (!Files.exists(server.data.resolve("PG_VERSION"))) {
                server.create();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.run(
                "pg_ctl",
                "start",
                "-w",
                "-s",
                "-D",
                "" + server.data,
                "-l",
                server.data + "/server.log",
                "-o",
                "-p " + server.port);
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "-w", "-s", "-m", "fast", "-D", "" + data);
    }

    private void create() throws IOException {
        Files.createDirectories(data);
        Path password = Files.createTempFile(data.getParent(), "password", "");
        Files.writeString(password, PASSWORD);
        if (isRoot()) {
            for (Path path : List.of(data, password)) {
                Files.setOwner(
                        path,
                        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
        }
        run(
                "initdb",
                "--pgdata=" + data,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions");
        Files.delete(password);
        Files.writeString(data.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(data.getParent(), program, ".out");
            int code = new ProcessBuilder(command)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(program + " failed with " + code + ": " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
