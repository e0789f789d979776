package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import io.seikyu.documents.bank.BankFileWriter.Account;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Verification;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ParkedByHand;
import io.seikyu.projection.Projections;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person is erased: what was known of him is nowhere any more, and what is known of others is. */
@Timeout(600)
class ErasureIT {
    private static final Account BANK = new Account("9990", "101", 1, "7770001");

    @TempDir
    private Path data;

    @Test
    void of200MarksNoneIsLeftInAnyFile() throws Exception {
        Files.writeString(data.resolve("holidays.csv"), holidaysToThen());
        List<String> kept;
        List<String> gone;
        SortedMap<String, String> lived;
        try (DunnedPayers world = new DunnedPayers(data, "--seikyu.records-kept-years=0")) {
            PersonWithMarks goes = new PersonWithMarks(world, "goner", "シユ");
            PersonWithMarks stays = new PersonWithMarks(world, "stayer", "ヌユ");
            live(world, goes, stays);
            kept = stays.marks;
            gone = goes.marks;
            assertThat(gone).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
            awaitMarks(gone, "views", "outbox");
            anotherPolicyIsTried(world);

            Reply early = goes.erase();
            assertThat(early.status()).as(early.body()).isEqualTo(409);
            assertThat(early.code()).isEqualTo("kept-by-law");
            LocalDate until = LocalDate.parse(early.json().get("keptUntil").stringValue());
            while (world.today().isBefore(until)) {
                world.until(earlier(world.today().plusMonths(3), until));
            }
            assertThat(goes.erase().code()).isEqualTo("kept-by-law");
            world.until(until.plusDays(1));
            awaitMarks(List.of(park(world, goes)), "views");

            Reply erased = goes.erase();
            assertThat(erased.status()).as(erased.body()).isEqualTo(200);
            assertThat(goes.erase().status()).as("again").isEqualTo(200);
            assertThat(world.events("minato/account/goner&type=account.personal-data-erased"))
                    .singleElement()
                    .asString()
                    .contains("as asked");
            assertThat(world.get("/v1/accounts/goner").json().get("name").stringValue())
                    .isEqualTo("[erased]");
            assertThat(world.seikyu
                            .send(
                                    "POST",
                                    "/v1/accounts/goner/correspondence",
                                    world.operator,
                                    "{\"channel\": \"PHONE\", \"direction\": \"OUT\", \"at\": \"2026-04-01T10:00:00+09:00\","
                                            + " \"summary\": \"-\"}",
                                    "Seikyu-Client",
                                    "minato")
                            .code())
                    .isEqualTo("account-erased");
            assertThat(shown(world, stays)).containsAll(kept.subList(0, 170));
            assertThat(shown(world, goes)).isEmpty();
            assertThat(goes.claimAgain().code()).isEqualTo("personal-data-erased");
            assertThat(stays.claimAgain().status()).isEqualTo(200);

            awaitNone(gone);
            retry(world, goes);

            lived = Replays.lived(world.seikyu, world.seikyu.log().head());
            SortedMap<String, String> rebuilt =
                    new Replays(world.seikyu, world.seikyu.log().head()).oneByOne(1, List.of(0));
            Replays.same(rebuilt, lived, "made again");
        }
        assertThat(found(gone)).isEmpty();
        assertThat(files(kept)).contains("views", "outbox");

        try (DunnedPayers world = DunnedPayers.again(data, "--seikyu.records-kept-years=0")) {
            assertThat(world.get("/v1/accounts/goner").json().get("name").stringValue())
                    .isEqualTo("[erased]");
            Verification chain =
                    LogVerifier.verify(world.seikyu.log(), world.seikyu.bean(Checkpoints.class), (checked, of) -> {});
            assertThat(chain.valid()).as(chain.summary()).isTrue();
        }
        assertThat(found(gone)).isEmpty();
    }

    /** Whatever may happen with a payer. */
    private static void live(DunnedPayers world, PersonWithMarks... all) {
        world.early();
        world.done(
                world.seikyu.admin,
                "/v1/bank-accounts",
                "{\"bankAccountId\": \"bank\", \"owner\": \"CLIENT\", \"clientId\": \"minato\", \"bank\": \"9990\", \"branch\":"
                        + " \"101\", \"kind\": \"1\", \"number\": \"7770001\", \"holder\": \"ｼﾞﾑ\", \"bookingFormat\":"
                        + " \"zengin-01\"}");
        LocalDate due = null;
        for (PersonWithMarks each : all) {
            each.isKnown();
            due = each.owes(each.id + "-1");
            each.owes(each.id + "-2");
            each.importAgain(each.id + "-1", due);
            each.disputesAndIsRight(each.id + "-1");
            Reply inUse = each.erase();
            assertThat(inUse.code()).as(inUse.body()).isEqualTo("account-in-use");
        }
        for (int call = 0; call < 3; call++) {
            world.until(DunnedPayers.bankingDays(due, 14 + call));
            List.of(all).forEach(PersonWithMarks::isCalled);
        }
        world.until(DunnedPayers.bankingDays(due, 25));
        for (PersonWithMarks each : all) {
            each.getsALetter(world.person);
        }
        for (PersonWithMarks each : all) {
            each.paysFromAnUnknownAccount(each.id + "-1", 241880, BANK);
            each.pays(each.id + "-2", 241881);
            each.hasNoContractAnyMore();
        }
        world.pass("P1D");
    }

    /** What is kept of it case by case outlives the person. */
    private static void anotherPolicyIsTried(DunnedPayers world) throws InterruptedException {
        for (PolicyKind kind : List.of(PolicyKind.REVIEW, PolicyKind.DUNNING)) {
            String text = ShippedPolicies.text(kind).replaceAll("(stage: R[12], channel: \\w+, offset): \\d+", "$1: 9");
            ObjectNode body = JsonMapper.shared().createObjectNode();
            body.put("kind", kind.path())
                    .put("policy", kind == PolicyKind.REVIEW ? "approvalLimit: 0\n" + text : text)
                    .put("from", "2000-01-01")
                    .put("to", "2100-01-01");
            Reply begun = world.seikyu.send("POST", "/v1/what-if", world.seikyu.admin, body.toString());
            assertThat(begun.status()).as(begun.body()).isEqualTo(202);
            String cases = "/v1/what-if/" + begun.json().get("jobId").stringValue() + "/cases";
            Reply found = world.seikyu.send("GET", cases, world.seikyu.admin, null);
            while (found.status() == 409) {
                Thread.sleep(100);
                found = world.seikyu.send("GET", cases, world.seikyu.admin, null);
            }
            assertThat(found.body()).as(kind.path()).contains("minato/invoice/goner-1");
        }
    }

    /** An event of an invoice waits, and what is said of the fault holds what the event held. */
    private static String park(DunnedPayers world, PersonWithMarks person) {
        String mark = person.mark();
        Projections projections = world.seikyu.bean(Projections.class);
        world.get(
                "/v1/invoices/" + person.id + "-1?atLeast=" + world.seikyu.log().head());
        ParkedByHand.park(invoices(projections), world.seikyu.log(), stream(person), "no name: \"" + mark + "\"");
        return mark;
    }

    /** It can be applied, and a rebuild would not know of it. */
    private static void retry(DunnedPayers world, PersonWithMarks person) {
        assertThat(invoices(world.seikyu.bean(Projections.class)).retry(stream(person)))
                .isEmpty();
    }

    private static LiveProjection<?> invoices(Projections projections) {
        return projections.all().stream()
                .filter(live -> live.projection().name().equals("invoice"))
                .findFirst()
                .orElseThrow();
    }

    private static String stream(PersonWithMarks person) {
        return "minato/invoice/" + person.id + "-1";
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String holidaysToThen() {
        return IntStream.rangeClosed(2028, 2030)
                .mapToObj(year -> year + "/1/1,元日\n" + year + "/11/23,勤労感謝の日\n")
                .collect(Collectors.joining());
    }

    /** Its marks that come out by the API. */
    private static List<String> shown(DunnedPayers world, PersonWithMarks person) {
        StringBuilder all = new StringBuilder();
        for (String path : List.of(
                "/v1/accounts/" + person.id,
                "/v1/audit/streams/minato/account/" + person.id + "?limit=500",
                "/v1/accounts/" + person.id + "/timeline?limit=500",
                "/v1/invoices/" + person.id + "-1",
                "/v1/invoices?accountId=" + person.id,
                "/v1/receipts?limit=500",
                "/v1/reminders?accountId=" + person.id)) {
            all.append(world.get(path).body());
        }
        return person.marks.stream().filter(mark -> all.indexOf(mark) >= 0).toList();
    }

    /** The embedded database's file forgets a moment later, and before the program ends. */
    private void awaitNone(Collection<String> marks) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        Map<String, List<String>> found = found(marks);
        while (!found.isEmpty()) {
            assertThat(System.nanoTime()).as(found.toString()).isLessThan(end);
            Thread.sleep(500);
            found = found(marks);
        }
    }

    /** The embedded database writes its file a moment later. */
    private void awaitMarks(Collection<String> marks, String... parts) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!files(marks).containsAll(Set.of(parts))) {
            assertThat(System.nanoTime())
                    .as("the test can see marks: " + files(marks))
                    .isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** The parts of the data directory in which any of them stands. */
    private Set<String> files(Collection<String> marks) throws Exception {
        return found(marks).values().stream()
                .flatMap(List::stream)
                .map(file -> Path.of(file).getName(0).toString())
                .collect(Collectors.toSet());
    }

    /** By mark, the files in which it stands, in whatever encoding. */
    private Map<String, List<String>> found(Collection<String> marks) throws Exception {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String mark : Stored.in(file, marks)) {
                    found.computeIfAbsent(mark, it -> new ArrayList<>())
                            .add(data.relativize(file).toString());
                }
            }
        }
        return found;
    }

    /** What stands in a file, as far as it can be inflated. */
    private static final class Stored {
        private static final List<Charset> CHARSETS = List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                Charset.forName("windows-31j"));

        static List<String> in(Path file, Collection<String> marks) throws Exception {
            List<String> texts = new ArrayList<>();
            byte[] content = Files.readAllBytes(file);
            for (byte[] bytes : Inflated.all(content)) {
                texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
            }
            if (file.toString().endsWith(".eml")) {
                for (byte[] bytes : Inflated.parts(texts.get(0))) {
                    texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }
            return marks.stream()
                    .filter(mark -> CHARSETS.stream()
                            .map(charset -> new String(mark.getBytes(charset), StandardCharsets.ISO_8859_1))
                            .anyMatch(wanted -> texts.stream().anyMatch(text -> text.contains(wanted))))
                    .toList();
        }
    }
}
