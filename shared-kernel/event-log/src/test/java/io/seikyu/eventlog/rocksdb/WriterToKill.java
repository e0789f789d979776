package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.NewCommit;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** A process that appends until it is killed, and says which commits were acknowledged. */
final class WriterToKill {
    private static final int WRITERS = 4;
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private WriterToKill() {}

    public static void main(String[] args) throws IOException {
        RocksEventLog log = RocksEventLog.open(Path.of(args[0]), Clock.systemUTC());
        say("ready");
        for (int writer = 0; writer < WRITERS; writer++) {
            new Thread(() -> append(log)).start();
        }
    }

    private static void append(RocksEventLog log) {
        String one = "acme/invoice/" + UUID.randomUUID();
        String other = "acme/account/" + UUID.randomUUID();
        try {
            for (int i = 0; ; i++) {
                NewCommit commit = Commits.of("acme")
                        .event(one, i)
                        .event(other, i)
                        .claim(one + "#" + i)
                        .build();
                log.append(commit);
                say(commit.id().toString());
            }
        } catch (IOException e) {
            throw new IllegalStateException("nobody listens", e);
        }
    }

    private static void say(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        synchronized (OUT) {
            OUT.write(bytes);
        }
    }
}
