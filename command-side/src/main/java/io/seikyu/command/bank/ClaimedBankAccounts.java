package io.seikyu.command.bank;

import io.seikyu.command.request.Digests;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.GenerationalKey;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.CommitScope;
import java.util.Optional;

/**
 * Bank accounts of the repository, and their numbers as claimed keys of the log. A key is a keyed digest: it outlives the
 * number, which may be a person's.
 */
public final class ClaimedBankAccounts implements NumberedBankAccounts, BankAccountNumbers {
    /** Whose key digests are made with; nobody's data, but kept where keys are kept. */
    private static final String DIGESTS = "agency/digests/bank-accounts";

    private static final String STREAMS = "/bank-account/";

    private final CachingRepository<BankAccount, BankAccountState> accounts;
    private final EventLog log;
    private final SubjectKeys keys;

    public ClaimedBankAccounts(
            CachingRepository<BankAccount, BankAccountState> accounts, EventLog log, SubjectKeys keys) {
        this.accounts = accounts;
        this.log = log;
        this.keys = keys;
    }

    @Override
    public Optional<BankAccountState> find(BankAccountId id) {
        return accounts.find(id.toString()).map(BankAccount::state);
    }

    @Override
    public Optional<BankAccountState> find(BankDetails details) {
        GenerationalKey key = key(details);
        return GenerationalKey.heldGeneration(log, key.name())
                .map(generation -> log.holderOf(key.held(generation)).orElseThrow())
                .flatMap(position -> log.read(position, 1).get(0).commit().events().stream()
                        .map(NewEvent::stream)
                        .filter(stream -> stream.contains(STREAMS))
                        .findFirst())
                .flatMap(accounts::find)
                .map(BankAccount::state);
    }

    @Override
    public boolean claim(BankDetails details) {
        GenerationalKey key = key(details);
        Optional<Integer> free = GenerationalKey.freeGeneration(log, key.name());
        free.ifPresent(generation -> CommitScope.claim(key.held(generation)));
        return free.isPresent();
    }

    @Override
    public void free(BankDetails details) {
        GenerationalKey key = key(details);
        GenerationalKey.heldGeneration(log, key.name())
                .ifPresent(generation -> CommitScope.claim(key.freed(generation)));
    }

    private GenerationalKey key(BankDetails details) {
        String number = String.join("/", details.bank(), details.branch(), details.kind(), details.number());
        return new GenerationalKey("bank-account/" + Digests.keyed(keys.findOrCreate(DIGESTS), number));
    }
}
