package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files of invoices as jobs: every row has an outcome, and none is booked twice. */
@Timeout(300)
class ImportIT {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String XML = "application/xml";
    private static final String ZIP = "application/zip";

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;

    @BeforeAll
    static void twoClients() {
        seikyu = RunningSeikyu.on(data);
        for (String client : List.of("minato", "other", "quiet")) {
            seikyu.done("/v1/clients", seikyu.admin, with(sample("client.json"), "clientId", client));
            sample("accounts.json").forEach(body -> make("/v1/accounts", client, body));
            sample("contracts.json").forEach(body -> make("/v1/contracts", client, body));
        }
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            seikyu.close();
        }
    }

    @Test
    void everyRowHasAnOutcomeAndABrokenOneDoesNotStopTheOthers() {
        String file = String.join(
                "\n",
                invoice("o-1", "OUT-1").toString(),
                "",
                "{\"name\": \"山田 太郎\"",
                with(invoice("o-2", "OUT-2"), "total", "1").toString(),
                with(invoice("o-3", "OUT-3"), "dueDate", "tomorrow", "total", "x", "山田太郎", "?")
                        .toString(),
                with(invoice("o-4", "OUT-4"), "accountId", "nobody").toString(),
                with(invoice("o-5", "OUT-5"), "clientId", "other").toString(),
                invoice(null, "OUT-6").toString());
        JsonNode job = finished(accepted(file, "minato"));
        List<JsonNode> rows = rows(job, "");

        assertThat(job.get("status").asString()).isEqualTo("DONE");
        assertThat(job.get("total").asInt()).isEqualTo(7);
        assertThat(job.at("/counts/DISCREPANT").asInt()).isEqualTo(1);
        assertThat(job.at("/counts/INVALID").asInt()).isEqualTo(4);
        assertThat(rows.stream().map(row -> outcome(row)))
                .containsExactly("TAKEN", "INVALID", "DISCREPANT", "INVALID", "INVALID", "INVALID", "TAKEN");
        assertThat(rows.stream().map(row -> row.get("source").asString()))
                .containsExactly("line 1", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8");
        assertThat(codes(rows.get(1))).containsExactly("malformed-json");
        assertThat(rows.get(3)
                        .get("faults")
                        .valueStream()
                        .map(fault -> fault.get("pointer").asString()))
                .containsExactly("", "/dueDate", "/total");
        assertThat(codes(rows.get(2))).contains("TOTAL_MISMATCH");
        assertThat(codes(rows.get(4))).containsExactly("account-not-found");
        assertThat(codes(rows.get(5))).containsExactly("client-mismatch");
        assertThat(rows.toString()).doesNotContain("山田");
        assertThat(rows(job, "DISCREPANT")).containsExactly(rows.get(2));
        assertThat(invoiceNow("o-1").get("invoiceNumber").asString()).isEqualTo("OUT-1");
        assertThat(invoiceNow(rows.get(6).get("id").asString())
                        .get("invoiceNumber")
                        .asString())
                .isEqualTo("OUT-6");
    }

    @Test
    void theSameFileAgainIsAllThereAndOtherContentIsAConflict() {
        String file = IntStream.range(0, 120)
                .mapToObj(i ->
                        invoice(i % 2 == 0 ? "same-" + i : null, "SAME-" + i).toString())
                .collect(Collectors.joining("\n"));
        List<JsonNode> first = rows(finished(accepted(file, "minato")), "");
        long invoices = invoices("minato");
        List<JsonNode> again = rows(finished(accepted(file, "minato")), "");

        assertThat(first).allMatch(row -> outcome(row).equals("TAKEN"));
        assertThat(again).hasSize(120).allMatch(row -> outcome(row).equals("ALREADY_THERE"));
        assertThat(again.stream().map(row -> row.get("id")))
                .isEqualTo(first.stream().map(row -> row.get("id")).toList());
        assertThat(invoices("minato")).isEqualTo(invoices);

        String changed = String.join(
                "\n",
                with(invoice("same-0", "SAME-0"), "dueDate", "2026-06-30").toString(),
                with(invoice(null, "SAME-1"), "dueDate", "2026-06-30").toString());
        List<JsonNode> other = rows(finished(accepted(changed, "minato")), "");
        assertThat(other.stream().map(row -> outcome(row))).containsExactly("CONFLICT", "DISCREPANT");
    }

    @Test
    void equalIdsOfTwoClientsDoNotMeet() {
        String file = invoice("twin", "TWIN").toString();
        JsonNode one = finished(accepted(file, "minato"));
        JsonNode two = finished(accepted(file, "other"));

        assertThat(outcome(rows(one, "").get(0))).isEqualTo("TAKEN");
        assertThat(outcome(rows(two, "").get(0))).isEqualTo("TAKEN");
        assertThat(seikyu.send("GET", "/v1/jobs/" + id(one), seikyu.admin, null, "Seikyu-Client", "other")
                        .status())
                .isEqualTo(404);
        assertThat(seikyu.send("GET", "/v1/jobs/" + id(one) + "/rows", seikyu.admin, null, "Seikyu-Client", "other")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasSentCannotBeReadOnceTheJobIsDone() {
        JsonNode job = finished(accepted(invoice("secret", "SECRET").toString(), "minato"));

        await(() -> isErased(id(job)));
        JsonNode events = seikyu.send(
                        "GET", "/v1/audit/events?limit=500&stream=minato/job-input/" + id(job), seikyu.admin, null)
                .json();
        assertThat(events.get("items")).hasSize(1);
        assertThat(events.toString()).doesNotContain("青空");
    }

    @Test
    void theSameRequestIsOneJob() {
        String file = invoice("once", "ONCE").toString();
        Reply first = upload(file.getBytes(StandardCharsets.UTF_8), NDJSON, "minato", "Idempotency-Key", "one");
        Reply again = upload(file.getBytes(StandardCharsets.UTF_8), NDJSON, "minato", "Idempotency-Key", "one");
        Reply other = upload("{}".getBytes(StandardCharsets.UTF_8), NDJSON, "minato", "Idempotency-Key", "one");

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.response().headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aJobWaitsGoesOnAndEndsEarly() {
        String file = IntStream.range(0, 3000)
                .mapToObj(i -> invoice(null, "PAUSE-" + i).toString())
                .collect(Collectors.joining("\n"));
        String job = accepted(file, "minato");
        await(() -> get("/v1/jobs/" + job, "minato").get("done").asInt() > 0);
        command(job, "pause", 200);
        JsonNode paused = settled(job);
        assertThat(paused.get("status").asString()).isEqualTo("PAUSED");
        assertThat(paused.get("done").asInt()).isBetween(1, 2999);
        assertThat(paused.has("secondsLeft")).isFalse();

        command(job, "resume", 200);
        await(() -> get("/v1/jobs/" + job, "minato").get("done").asInt()
                > paused.get("done").asInt() + 200);
        assertThat(get("/v1/jobs/" + job, "minato").get("ratePerSecond").asDouble())
                .isPositive();
        command(job, "cancel", 200);
        await(() -> isErased(job));
        JsonNode cancelled = get("/v1/jobs/" + job + "?atLeast=" + seikyu.log().head(), "minato");
        assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
        assertThat(rows(cancelled, "")).hasSize(cancelled.get("done").asInt());
        assertThat(command(job, "resume", 409).code()).isEqualTo("job-ended");
        assertThat(command(job, "pause", 409).code()).isEqualTo("job-ended");
    }

    @Test
    void whatIsNoFileOfInvoicesIsRefusedAtOnce() {
        assertThat(upload(new byte[0], NDJSON, "minato").code()).isEqualTo("empty-file");
        assertThat(upload("{}".getBytes(StandardCharsets.UTF_8), "application/json", "minato")
                        .status())
                .isEqualTo(415);
        assertThat(upload("{}".getBytes(StandardCharsets.UTF_8), NDJSON, "nobody")
                        .code())
                .isEqualTo("client-not-found");
    }

    @Test
    void aLineOfTenMegabytesIsOneBrokenRow() {
        String huge = "\"" + "あ".repeat(4 << 20) + "\"";
        JsonNode job = finished(accepted(huge + "\n" + invoice("behind", "BEHIND"), "minato"));
        List<JsonNode> rows = rows(job, "");

        assertThat(codes(rows.get(0))).containsExactly("too-long");
        assertThat(outcome(rows.get(1))).isEqualTo("TAKEN");
    }

    @Test
    void csvIsTakenInUtf8AndInMs932WithEitherHeader() throws Exception {
        String csv = text("imports/invoices.csv");
        List<JsonNode> utf8 = rows(finished(accepted(csv.getBytes(StandardCharsets.UTF_8), CSV, "minato")), "");
        assertThat(utf8.stream().map(row -> outcome(row))).containsExactly("TAKEN", "TAKEN");
        assertThat(utf8.stream().map(row -> row.get("source").asString())).containsExactly("lines 2-4", "line 5");
        assertThat(invoiceNow(utf8.get(0).get("id").asString())
                        .at("/lines/0/description")
                        .asString())
                .isEqualTo("新潟産コシヒカリ 10kg");

        byte[] ms932 = csv.substring(1).getBytes("windows-31j");
        List<JsonNode> again = rows(finished(accepted(ms932, CSV, "minato")), "");
        assertThat(again).allMatch(row -> outcome(row).equals("ALREADY_THERE"));

        String english = """
                Invoice Number,accountId,contractId,transactionFrom,transactionTo,issueDate,dueDate,issuerName,\
                issuerRegistrationNumber,recipientName,code,description,quantity,unitPrice,amount,taxCategory,\
                standardTaxable,standardTax,total
                EN-1,hokuto,hokuto-care,2026-12-01,2026-12-31,2027-01-04,2027-02-01,株式会社みなと商会,T4234567890012,\
                株式会社北斗建設,INSPECT,"two
                lines, and a comma",1,48000,48000,STANDARD,48000,4800,52800
                EN-2,hokuto,hokuto-care,tomorrow,2026-12-31,2027-01-04,2027-02-01,株式会社みなと商会,T4234567890012,\
                =HYPERLINK("x"),INSPECT,x,1,48000,48000,銀,48000,4800,52800
                """;
        List<JsonNode> rows = rows(finished(accepted(english.getBytes(StandardCharsets.UTF_8), CSV, "minato")), "");
        assertThat(rows.get(0).get("source").asString()).isEqualTo("lines 2-3");
        assertThat(codes(rows.get(0))).containsExactly("control-character");
        assertThat(rows.get(1).get("source").asString()).isEqualTo("line 4");
        assertThat(codes(rows.get(1))).containsExactlyInAnyOrder("formula", "bad-date", "unknown-value");
    }

    @Test
    void whatIsNoCsvIsRefusedAtOnce() throws Exception {
        byte[] broken = text("imports/invoices.csv").getBytes(StandardCharsets.UTF_8);
        broken[broken.length / 2] = (byte) 0xFF;
        Reply damaged = upload(broken, CSV, "quiet");
        assertThat(damaged.code()).isEqualTo("undecodable-file");
        Reply header = upload("請求書番号,色,請求書番号\n".getBytes(StandardCharsets.UTF_8), CSV, "quiet");
        assertThat(header.code()).isEqualTo("unusable-csv");
        assertThat(header.json()
                        .get("errors")
                        .valueStream()
                        .map(fault -> fault.get("code").asString()))
                .contains("unknown-column", "duplicate", "missing-column");
        String open = text("imports/invoices.csv") + "\"never closed" + "x".repeat(3 << 20);
        assertThat(upload(open.getBytes(StandardCharsets.UTF_8), CSV, "quiet").code())
                .isEqualTo("unusable-csv");
        assertNothingIsStored();
    }

    private static void assertNothingIsStored() {
        JsonNode events = seikyu.send("GET", "/v1/audit/events?type=job.opened&tenant=quiet", seikyu.admin, null)
                .json();
        assertThat(events.get("items")).isEmpty();
        assertThat(events.has("next")).isFalse();
    }

    @Test
    void aJpPintInvoiceFindsItsPayerAndItsContract() {
        String xml = issuedAsXml("pint-1", "PINT-1");
        assertThat(xml)
                .contains("<cbc:ID>PINT-1</cbc:ID>")
                .contains("aozora-food")
                .contains("T4234567890012");

        assertThat(outcome(only(xml.replace("PINT-1", "PINT-2")))).isEqualTo("TAKEN");
        assertThat(outcome(only(xml.replace("PINT-1", "PINT-2")))).isEqualTo("ALREADY_THERE");
        String unnamed = xml.replace("PINT-1", "PINT-3")
                .replaceFirst("(?s)<cac:ContractDocumentReference>.*?</cac:ContractDocumentReference>", "");
        assertThat(codes(only(unnamed))).containsExactly("contract-ambiguous");
        JsonNode other = only(xml.replace("PINT-1", "PINT-4").replace("8345678900023", "5456789000034"));
        assertThat(outcome(other))
                .as("the payer is another one, who has no such contract")
                .isEqualTo("DISCREPANT");
        String named = xml.replace("8345678900023", "7010001008844").replace(">aozora<", ">elsewhere<");
        JsonNode byName = only(named.replace("PINT-1", "PINT-5"));
        assertThat(invoiceNow(byName.get("id").asString()).get("accountId").asString())
                .isEqualTo("aozora");
        assertThat(codes(only(named.replace("青空フーズ", "誰も知らない")))).containsExactly("payer-not-found");
        JsonNode foreign = only(xml.replace("PINT-1", "PINT-6").replace("T4234567890012", "T7010001008844"));
        assertThat(codes(foreign)).containsExactly("seller-mismatch");
        assertThat(codes(only(xml.replace("<cbc:ID>PINT-1</cbc:ID>", ""))))
                .first()
                .asString()
                .startsWith("pint-");
    }

    @Test
    void xmlThatIsAWeaponIsABrokenRow() throws Exception {
        String xml = issuedAsXml("pint-w", "PINT-W");
        String entity = xml.replaceFirst(
                "<Invoice", "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Invoice");
        String laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(1000) + "\">]><a>&b;</a>";
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        for (String weapon : List.of(entity, laughs, deep, "<", "{}")) {
            assertThat(codes(only(weapon))).first().asString().startsWith("pint-");
        }
        JsonNode job = finished(accepted(
                zip(Map.of(
                        "x.xml", entity.getBytes(StandardCharsets.UTF_8),
                        "y.xml", xml.replace("PINT-W", "PINT-X").getBytes(StandardCharsets.UTF_8))),
                ZIP,
                "minato"));
        assertThat(rows(job, "").stream().map(ImportIT::outcome)).containsExactlyInAnyOrder("INVALID", "TAKEN");
        assertThat(codes(only("<a>" + "x".repeat(4 << 20) + "</a>"))).containsExactly("too-long");
    }

    private static JsonNode only(String xml) {
        List<JsonNode> rows = rows(finished(accepted(xml.getBytes(StandardCharsets.UTF_8), XML, "minato")), "");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** As Seikyu itself writes it for the payer. */
    private static String issuedAsXml(String id, String number) {
        seikyu.done("/v1/invoices", seikyu.admin, with(invoice(id, number), "clientId", "minato"));
        JsonNode invoice = get("/v1/invoices/" + id + "?atLeast=" + seikyu.log().head(), "minato");
        if (invoice.get("status").asString().equals("IN_REVIEW")) {
            String reviewer = seikyu.done(
                            "/v1/api-keys",
                            seikyu.admin,
                            JsonMapper.shared().readTree("{\"roles\": [\"REVIEWER\"], \"grants\": [\"minato\"]}"))
                    .json()
                    .get("key")
                    .asString();
            seikyu.done(
                    "/v1/invoices/" + id + "/decision",
                    reviewer,
                    JsonMapper.shared().readTree("{\"decision\": \"APPROVE\", \"reason\": \"seen\"}"),
                    "Seikyu-Client",
                    "minato");
        }
        Reply issued = seikyu.done(
                "/v1/invoices/" + id + "/issue",
                seikyu.admin,
                JsonMapper.shared().createObjectNode(),
                "Seikyu-Client",
                "minato");
        Reply xml = seikyu.send(
                "GET",
                "/v1/invoices/" + id + "?atLeast=" + issued.position(),
                seikyu.admin,
                null,
                "Seikyu-Client",
                "minato",
                "Accept",
                "application/xml");
        assertThat(xml.status()).as(xml.body()).isEqualTo(200);
        return xml.body();
    }

    @Test
    void aZipIsItsFiles() throws Exception {
        byte[] zip = zip(Map.of(
                "a/one.ndjson",
                (invoice("z-1", "ZIP-1") + "\nnonsense").getBytes(StandardCharsets.UTF_8),
                "__MACOSX/a/._one.ndjson",
                new byte[] {1}));
        List<JsonNode> rows = rows(finished(accepted(zip, ZIP, "minato")), "");
        assertThat(rows.stream().map(row -> outcome(row))).containsExactlyInAnyOrder("TAKEN", "INVALID");
        assertThat(rows.get(0).get("source").asString()).matches("file [12], line 1");
    }

    @Test
    void aZipThatIsAWeaponIsRefusedAtOnce() throws Exception {
        byte[] one = "{}".getBytes(StandardCharsets.UTF_8);
        for (byte[] zip : List.of(
                zip(Map.of("bomb.ndjson", new byte[50 << 20])),
                zip(Map.of("nested.zip", zip(Map.of("one.ndjson", one)))),
                zip(Map.of("../one.ndjson", one)),
                zip(Map.of("/one.ndjson", one)),
                zip(Map.of("..\\one.ndjson", one)),
                zip(IntStream.range(0, 20_001).boxed().collect(Collectors.toMap(i -> i + ".ndjson", i -> one))),
                Arrays.copyOf(zip(Map.of("one.ndjson", new byte[3000])), 60),
                "PK no zip at all".getBytes(StandardCharsets.UTF_8))) {
            Reply reply = upload(zip, ZIP, "quiet");
            assertThat(reply.code()).as(reply.body()).isEqualTo("unusable-zip");
        }
        assertNothingIsStored();
    }

    @Test
    void whatIsTooLargeIsRefused() {
        byte[] large = new byte[(64 << 20) + 1];
        assertThat(upload(large, NDJSON, "minato").status()).isEqualTo(413);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static String text(String sample) throws IOException {
        return Files.readString(Path.of("../samples", sample));
    }

    private static void make(String path, String client, JsonNode body) {
        seikyu.done(path, seikyu.admin, with(body, "clientId", client));
    }

    private static ObjectNode invoice(String id, String number) {
        return with(
                sample("invoices/inv-001.json"),
                "invoiceId",
                id,
                "invoiceNumber",
                number,
                "clientId",
                null,
                "dueDate",
                "2026-06-01");
    }

    private static Reply upload(byte[] file, String type, String client, String... headers) {
        return seikyu.send("POST", "/v1/invoices:import?clientId=" + client, seikyu.admin, type, file, headers);
    }

    private static String accepted(String file, String client) {
        return accepted(file.getBytes(StandardCharsets.UTF_8), NDJSON, client);
    }

    private static String accepted(byte[] file, String type, String client) {
        Reply reply = upload(file, type, client);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        String job = reply.json().get("jobId").asString();
        assertThat(seikyu.send("GET", "/v1/jobs/" + job + "?atLeast=" + reply.position(), seikyu.admin, null)
                        .status())
                .isEqualTo(200);
        return job;
    }

    private static JsonNode finished(String job) {
        await(() -> !job(job).get("status").asString().equals("RUNNING"));
        return job(job);
    }

    /** What a job works on is erased last of all. */
    private static boolean isErased(String job) {
        return seikyu.bean(SubjectKeys.class).find("minato/job/" + job).isEmpty();
    }

    /** The job when nothing changes any more. */
    private static JsonNode settled(String job) {
        JsonNode[] last = {job(job)};
        await(() -> {
            JsonNode before = last[0];
            sleep(1_000);
            last[0] = job(job);
            return before.equals(last[0]);
        });
        return last[0];
    }

    private static JsonNode job(String job) {
        return seikyu.send("GET", "/v1/jobs/" + job, seikyu.admin, null).json();
    }

    private static Reply command(String job, String what, int status) {
        Reply reply =
                seikyu.send("POST", "/v1/jobs/" + job + "/" + what, seikyu.admin, "{}", "Seikyu-Client", "minato");
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply;
    }

    private static List<JsonNode> rows(JsonNode job, String outcome) {
        List<JsonNode> rows = new ArrayList<>();
        String wanted = outcome.isEmpty() ? "" : "&outcome=" + outcome;
        String cursor = "";
        do {
            JsonNode page = seikyu.send(
                            "GET", "/v1/jobs/" + id(job) + "/rows?limit=70" + wanted + cursor, seikyu.admin, null)
                    .json();
            page.get("items").forEach(rows::add);
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : null;
        } while (cursor != null);
        return rows;
    }

    /** Whether this invoice is like one before it is not what these tests are about. */
    private static String outcome(JsonNode row) {
        String outcome = row.get("outcome").asString();
        return outcome.equals("APPROVED") || outcome.equals("IN_REVIEW") ? "TAKEN" : outcome;
    }

    private static List<String> codes(JsonNode row) {
        return row.get("faults")
                .valueStream()
                .map(fault -> fault.get("code").asString())
                .toList();
    }

    private static String id(JsonNode job) {
        return job.get("jobId").asString();
    }

    private static JsonNode get(String path, String client) {
        return seikyu.send("GET", path, seikyu.admin, null, "Seikyu-Client", client)
                .json();
    }

    private static JsonNode invoiceNow(String id) {
        return get("/v1/invoices/" + id + "?atLeast=" + seikyu.log().head(), "minato");
    }

    private static long invoices(String client) {
        long[] count = {0};
        String cursor = "";
        do {
            JsonNode page = get("/v1/invoices?limit=500&atLeast=" + seikyu.log().head() + cursor, client);
            count[0] += page.get("items").size();
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : null;
        } while (cursor != null);
        return count[0];
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            sleep(20);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError("this takes too long", e);
        }
    }
}
