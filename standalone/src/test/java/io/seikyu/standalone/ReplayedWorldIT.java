package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.clearing.UnmatchedReceipts;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.world.Past;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.eventlog.axon.SnapshotType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is folded from the log is what the house decides by. */
@Timeout(600)
class ReplayedWorldIT {
    /** By the type of the stream: names of beans, of the snapshots' kind and of the repository. */
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "client", "client",
            "account", "account",
            "contract", "contract",
            "invoice", "invoice",
            "receipt", "receipt",
            "bank-account", "bankAccount",
            "instalment-plan", "plan",
            "dunning", "dunning",
            "reminder", "reminder",
            "policy", "policy"));

    @TempDir
    private Path data;

    @Test
    void afterAllThatRequestsHttpDoes() throws Exception {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            RequestsFile.play(seikyu, (heading, reply) -> {});
            assertThat(same(seikyu)).contains("account", "bank-account", "client", "contract", "invoice", "receipt");
            assertThat(sameReceipts(seikyu)).isNotEmpty();
        }
    }

    @Test
    void afterPayersWereReminded() {
        try (DunnedPayers payers = new DunnedPayers(data)) {
            payers.early();
            payers.payer("late");
            payers.payer("parts");
            LocalDate due = payers.owes("late", "late-1");
            payers.owes("parts", "parts-1");
            payers.done(payers.person, "/v1/accounts/parts/instalment-plans", """
                    {"planId": "p", "invoiceIds": ["parts-1"], "acknowledgedOn": "%s",
                     "schedule": [{"dueDate": "%s", "amount": "241880"}]}""".formatted(
                            payers.today(), due.plusDays(9)));
            byte[] policy = "rules: {contract-on-file: {}, contract-in-force: {}}".getBytes(StandardCharsets.UTF_8);
            payers.seikyu.send("PUT", "/v1/policies/review/other", payers.seikyu.admin, "application/yaml", policy);
            payers.until(DunnedPayers.bankingDays(due, 10));
            assertThat(same(payers.seikyu)).contains("dunning", "instalment-plan", "policy", "reminder");
        }
    }

    /** @param asking for what is to be kept; that is given back, as it is in the end */
    private static <T> T replayed(RunningSeikyu seikyu, Set<String> streams, Function<ReplayedWorld, T> asking) {
        Past past = seikyu.bean(Past.class);
        ReplayedWorld world = past.blankWorld();
        T asked = asking.apply(world);
        past.replay(
                past.head(),
                world::folds,
                commit -> commit.events().forEach(event -> {
                    world.fold(event);
                    streams.add(event.stream());
                }));
        return asked;
    }

    /** @return the types of the streams that were found to be the same */
    private static Set<String> same(RunningSeikyu seikyu) {
        Set<String> streams = new TreeSet<>();
        Map<String, OnFile<?>> replayed = replayed(seikyu, streams, world -> {
            Map<String, OnFile<?>> kept = new HashMap<>();
            KINDS.forEach((type, beans) ->
                    kept.put(type, world.of(snapshots(seikyu, beans).aggregate())));
            return kept;
        });
        Set<String> compared = new TreeSet<>();
        for (String stream : streams) {
            String type = stream.split("/")[1];
            if (KINDS.containsKey(type)) {
                same(seikyu, replayed.get(type), stream, KINDS.get(type));
                compared.add(type);
            }
        }
        return compared;
    }

    @SuppressWarnings("unchecked")
    private static SnapshotType<Object, Object> snapshots(RunningSeikyu seikyu, String beans) {
        return seikyu.bean(beans + "Snapshots", SnapshotType.class);
    }

    @SuppressWarnings("unchecked")
    private static void same(RunningSeikyu seikyu, OnFile<?> kept, String stream, String beans) {
        SnapshotType<Object, Object> type = snapshots(seikyu, beans);
        CachingRepository<Object, Object> live = seikyu.bean(beans + "Repository", CachingRepository.class);
        Object replayed = kept.find(stream).orElseThrow();
        assertThat(type.toState().apply(replayed))
                .as(stream)
                .isEqualTo(type.toState().apply(live.find(stream).orElseThrow()));
    }

    private static Set<ReceiptId> sameReceipts(RunningSeikyu seikyu) {
        Set<String> streams = new TreeSet<>();
        Function<AccountId, List<ReceiptId>> mayBeOf = replayed(seikyu, streams, UnmatchedReceipts::in);
        UnmatchedReceipts live = seikyu.bean(UnmatchedReceipts.class);
        assertThat(live.await(seikyu.log().head(), Duration.ofMinutes(1))).isTrue();
        Set<ReceiptId> found = new HashSet<>();
        for (String stream : streams) {
            String[] name = stream.split("/");
            if (name[1].equals("account")) {
                AccountId payer = new AccountId(name[0], name[2]);
                List<ReceiptId> replayed = mayBeOf.apply(payer);
                assertThat(replayed).as(stream).isEqualTo(live.mayBeOf(payer));
                found.addAll(replayed);
            }
        }
        return found;
    }
}
