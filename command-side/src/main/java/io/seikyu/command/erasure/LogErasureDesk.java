package io.seikyu.command.erasure;

import io.seikyu.command.account.ErasureDesk;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.Contracts;
import io.seikyu.contract.Event;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.Ids;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.CommitScope;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.erasure.Erasures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks through the whole log: that takes a while, happens seldom, and forgets no record. */
final class LogErasureDesk implements ErasureDesk {
    private static final int BATCH = 5_000;

    private static final Set<String> TYPES = PayerRecords.EVENTS.stream()
            .map(type -> EventCatalogue.of(type).name())
            .collect(Collectors.toUnmodifiableSet());

    private final EventLog log;
    private final EventCodec codec;
    private final Contracts contracts;
    private final Erasures erasures;
    private final KeepingPeriod keeping;

    LogErasureDesk(EventLog log, EventCodec codec, Contracts contracts, Erasures erasures, KeepingPeriod keeping) {
        this.log = log;
        this.codec = codec;
        this.contracts = contracts;
        this.erasures = erasures;
        this.keeping = keeping;
    }

    @Override
    public OnFile look(AccountId payer, LocalDate today) {
        PayerRecords records = new PayerRecords(payer);
        read(payer, records);
        List<String> underWay = new ArrayList<>();
        records.undecided().forEach(invoice -> underWay.add(invoice + " is neither issued nor over"));
        Kept last = null;
        for (Map.Entry<String, LocalDate> record : records.days().entrySet()) {
            last = longer(last, kept(record.getKey(), record.getValue()));
        }
        for (String id : records.contracts()) {
            ContractId contract = new ContractId(payer.tenant(), id);
            LocalDate end = contracts.find(contract).map(LogErasureDesk::end).orElse(null);
            if (end == null || !end.isBefore(today)) {
                underWay.add(contract + " has not ended");
            } else {
                last = longer(last, kept(contract.toString(), end));
            }
        }
        return new OnFile(List.copyOf(records.subjects()), underWay, last);
    }

    /** Null: nobody knows when. */
    private static LocalDate end(ContractHistory contract) {
        LocalDate planned = contract.latest().effectiveTo();
        LocalDate terminated = contract.lastDay();
        return terminated == null || planned != null && planned.isBefore(terminated) ? planned : terminated;
    }

    private Kept kept(String stream, LocalDate day) {
        return new Kept(stream, day, keeping.lastDayOf(day));
    }

    private static Kept longer(Kept one, Kept other) {
        return one == null || other.until().isAfter(one.until()) ? other : one;
    }

    private void read(AccountId payer, PayerRecords records) {
        String ofClient = payer.tenant() + "/";
        String ofAgency = Ids.AGENCY + "/";
        long next = 0;
        List<StoredCommit> commits = log.read(next, BATCH);
        while (!commits.isEmpty()) {
            for (StoredCommit commit : commits) {
                for (StoredEvent stored : commit.events()) {
                    NewEvent event = stored.event();
                    if (TYPES.contains(event.type())
                            && (event.stream().startsWith(ofClient)
                                    || event.stream().startsWith(ofAgency))) {
                        records.hear(
                                event.stream(), (Event) codec.decode(event.type(), event.revision(), event.payload()));
                    }
                }
                next = commit.lastPosition() + 1;
            }
            commits = log.read(next, BATCH);
        }
    }

    @Override
    public void number() {
        CommitScope.claim(erasures.nextClaim());
    }
}
