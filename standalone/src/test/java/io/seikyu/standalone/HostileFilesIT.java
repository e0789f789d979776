package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files ({@code -Dseikyu.files=} of them): each is refused as the sender's fault, or it is a job that ends and
 * in which no row is a fault of ours.
 */
@Timeout(3600)
class HostileFilesIT {
    private static final int FILES = Integer.getInteger("seikyu.files", 200);
    private static final List<String> TYPES =
            List.of("application/x-ndjson", "text/csv", "application/xml", "application/zip");

    private final Random random = new Random(Long.getLong("seikyu.seed", 20261126));

    @TempDir
    private Path data;

    @Test
    void noFileIsAFaultOfOurs() throws Exception {
        List<byte[]> good = good();
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
            sample("accounts.json").forEach(body -> seikyu.done("/v1/accounts", seikyu.admin, body));
            sample("contracts.json").forEach(body -> seikyu.done("/v1/contracts", seikyu.admin, body));
            List<String> jobs = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                int kind = random.nextInt(TYPES.size());
                byte[] file = damaged(good.get(random.nextInt(10) == 0 ? random.nextInt(TYPES.size()) : kind));
                Reply reply =
                        seikyu.send("POST", "/v1/invoices:import?clientId=minato", seikyu.admin, TYPES.get(kind), file);
                assertThat(reply.status())
                        .as("file %d, %s: %s", i, TYPES.get(kind), reply.body())
                        .isBetween(202, 499);
                if (reply.status() == 202) {
                    jobs.add(reply.json().get("jobId").asString());
                }
            }
            assertThat(jobs).isNotEmpty();
            for (String job : jobs) {
                while (!seikyu.send("GET", "/v1/jobs/" + job, seikyu.admin, null)
                        .body()
                        .contains("\"DONE\"")) {
                    Thread.sleep(20);
                }
                Reply failed = seikyu.send("GET", "/v1/jobs/" + job + "/rows?outcome=FAILED", seikyu.admin, null);
                assertThat(failed.json().get("items")).isEmpty();
            }
        }
    }

    private static List<byte[]> good() throws IOException {
        byte[] ndjson = Files.readAllBytes(Path.of("../samples/imports/invoices.ndjson"));
        byte[] csv = Files.readAllBytes(Path.of("../samples/imports/invoices.csv"));
        byte[] xml = Files.readAllBytes(Path.of("../samples/imports/jp-pint.xml"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("a.ndjson", "b.csv", "c.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.startsWith("a") ? ndjson : name.startsWith("b") ? csv : xml);
            }
        }
        return List.of(ndjson, csv, xml, bytes.toByteArray());
    }

    private byte[] damaged(byte[] good) {
        byte[] file = good.clone();
        for (int i = random.nextInt(4); i >= 0 && file.length > 0; i--) {
            int at = random.nextInt(file.length);
            int to = at + random.nextInt(Math.min(200, file.length - at) + 1);
            file = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(file, at);
                case 1 -> replaced(file, at, to, new byte[0]);
                case 2 -> replaced(file, at, at, Arrays.copyOfRange(file, at, to));
                case 3 -> replaced(file, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 4 -> replaced(file, at, at, "\u0000\"'<>&,\n=@\uFEFF\\]]>{}".getBytes(StandardCharsets.UTF_8));
                default -> file;
            };
        }
        return file;
    }

    private static byte[] replaced(byte[] file, int from, int to, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, from);
        out.writeBytes(by);
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }
}
