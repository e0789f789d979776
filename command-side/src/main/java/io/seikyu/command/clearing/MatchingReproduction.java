package io.seikyu.command.clearing;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.Aliases.Alias;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.bank.BankAccount;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.Contract;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.directory.PartyKeys;
import io.seikyu.command.directory.ReplayedParties;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.command.policy.EveryVersion;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.receipt.Matching;
import io.seikyu.command.receipt.Matching.Sight;
import io.seikyu.command.receipt.OpenClaim;
import io.seikyu.command.receipt.Receipt;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.whatif.DecisionKind;
import io.seikyu.command.whatif.Retaken;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.eventlog.axon.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the program itself found out about money, taken again: on what was known before its commit. */
final class MatchingReproduction implements DecisionKind {
    /** The directory may be as much behind, and nobody locks the payers that are looked at. */
    private static final Duration BEHIND = Duration.ofSeconds(5);

    private final PolicyReading<MatchingPolicy> reading;
    private final PartyKeys keys;

    MatchingReproduction(PolicyReading<MatchingPolicy> reading, PartyKeys keys) {
        this.reading = reading;
        this.keys = keys;
    }

    @Override
    public String name() {
        return PolicyKind.MATCHING.path();
    }

    @Override
    public Retaking reproduction(ReplayedWorld world) {
        return new Again(world);
    }

    private final class Again implements Retaking {
        private final EveryVersion<MatchingPolicy> versions = new EveryVersion<>(reading);
        private final ReplayedParties parties;
        private final Accounts accounts;
        private final OnFile<Receipt> receipts;
        private final OnFile<Invoice> invoices;
        private final Sight sight;

        /** When anything was heard of a payer last. */
        private final Map<AccountId, Instant> heardOf = new HashMap<>();

        /** By the decision at hand. */
        private final Set<AccountId> looked = new HashSet<>();

        /** The one by which the decision at hand was taken. */
        private MatchingPolicy then;

        Again(ReplayedWorld world) {
            this.parties = new ReplayedParties(world, keys);
            this.receipts = world.of(Receipt.class);
            this.invoices = world.of(Invoice.class);
            Contracts contracts = Contracts.of(world.of(Contract.class));
            this.accounts = Accounts.of(world.of(CustomerAccount.class));
            OwingPayers payers = new OwingPayers(
                    id -> {
                        looked.add(id);
                        return accounts.find(id);
                    },
                    contracts);
            this.sight = new Sight(
                    new OpenItemMatcher(parties, payers, () -> then),
                    new ServedPayersMatcher(
                            parties, payers, contracts, BankAccounts.of(world.of(BankAccount.class)), () -> then),
                    this::claims);
        }

        /** Whether a name by which it may have been found can be read no more. */
        private boolean isErased(AccountId payer) {
            return accounts.find(payer)
                    .filter(account -> Stream.concat(
                                    Stream.of(account.history().latest().value().name()),
                                    account.aliases().taught().stream().map(Alias::name))
                            .anyMatch(EventCodec.ERASED::equals))
                    .isPresent();
        }

        private List<OpenClaim> claims(Collection<InvoiceId> ids) {
            return ids.stream()
                    .map(id -> OpenClaim.of(
                            id, invoices.find(id.toString()).orElseThrow().state()))
                    .toList();
        }

        @Override
        public List<Retaken> before(ReplayedCommit commit, int index) {
            Optional<Retaken> retaken =
                    index == 0 ? FoundOut.in(commit).map(found -> retake(found, commit)) : Optional.empty();
            note(commit.events().get(index), commit);
            return retaken.stream().toList();
        }

        private void note(ReplayedEvent event, ReplayedCommit commit) {
            if (event.is(PolicyPublished.class)) {
                versions.with((PolicyPublished) event.event());
            } else if (event.streamType().equals("account")) {
                String[] name = event.stream().split("/");
                parties.with(name[0]);
                heardOf.put(new AccountId(name[0], name[2]), commit.recordedAt());
            } else if (event.is(ContractConcluded.class)) {
                ContractConcluded concluded = (ContractConcluded) event.event();
                heardOf.put(
                        new AccountId(concluded.clientId(), concluded.terms().accountId()), commit.recordedAt());
            }
        }

        private Retaken retake(FoundOut found, ReplayedCommit commit) {
            FoundOut.Money money = found.money(receipts);
            looked.clear();
            Retaken retaken = Retaken.of(
                    found.at(),
                    BusinessDay.of(found.at().message().getTimestamp()),
                    money.transfer().amount(),
                    found.told(),
                    () -> {
                        then = NotReproducibleException.published(versions, found.policyVersion());
                        return FoundOut.told(
                                money.tenant(),
                                Matching.look(money.tenant(), money.source(), money.transfer(), money.payer(), sight));
                    });
            looked.addAll(found.candidates());
            if (money.isErased() || looked.stream().anyMatch(this::isErased)) {
                return retaken.unsure("PERSON_ERASED");
            }
            Instant behind = commit.recordedAt().minus(BEHIND);
            return looked.stream()
                            .anyMatch(payer ->
                                    heardOf.getOrDefault(payer, Instant.MIN).isAfter(behind))
                    ? retaken.unsure("NOT_KNOWN_WHAT_IT_LOOKED_AT")
                    : retaken;
        }
    }
}
