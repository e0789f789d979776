package io.seikyu.command.dunning;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.Dealings;
import io.seikyu.command.bank.BankAccount;
import io.seikyu.command.bank.BankAccountState;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.clearing.UnmatchedReceipts;
import io.seikyu.command.client.Client;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.Contract;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.Reminding;
import io.seikyu.command.invoice.Standing;
import io.seikyu.command.plan.InstalmentPlan;
import io.seikyu.command.plan.InstalmentPlans;
import io.seikyu.command.plan.StoredInstalmentPlans;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.interest.StatutoryRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gathers what dunning looks at of a payer, as the log has it at this moment. */
final class DunningFacts {
    private static final int LONG_DELAY = 5;

    private final Accounts accounts;
    private final OnFile<Invoice> invoices;
    private final Clients clients;
    private final Contracts contracts;
    private final BankAccounts bankAccounts;
    private final Function<AccountId, List<ReceiptId>> unmatched;
    private final Function<InvoiceId, List<String>> credits;
    private final BankCalendar calendar;
    private final InstalmentPlans plans;

    /**
     * @param unmatched receipts that nobody has said of what they are for, and that may be of a payer
     * @param credits   streams of credit notes of an invoice of which nobody has decided yet
     */
    DunningFacts(
            Accounts accounts,
            OnFile<Invoice> invoices,
            Clients clients,
            Contracts contracts,
            BankAccounts bankAccounts,
            Function<AccountId, List<ReceiptId>> unmatched,
            Function<InvoiceId, List<String>> credits,
            BankCalendar calendar,
            InstalmentPlans plans) {
        this.accounts = accounts;
        this.invoices = invoices;
        this.clients = clients;
        this.contracts = contracts;
        this.bankAccounts = bankAccounts;
        this.unmatched = unmatched;
        this.credits = credits;
        this.calendar = calendar;
        this.plans = plans;
    }

    /** What dunning looks at in a replayed world, as that moves on. */
    static DunningFacts in(ReplayedWorld world, BankCalendar calendar) {
        OnFile<Invoice> invoices = world.of(Invoice.class);
        Contracts contracts = Contracts.of(world.of(Contract.class));
        return new DunningFacts(
                Accounts.of(world.of(CustomerAccount.class)),
                invoices,
                Clients.of(world.of(Client.class)),
                contracts,
                BankAccounts.of(world.of(BankAccount.class)),
                UnmatchedReceipts.in(world),
                new PendingCredits(world.list(OpenCreditNotes.class))::of,
                calendar,
                new StoredInstalmentPlans(
                        world.of(InstalmentPlan.class), invoices, new ClaimTerms(contracts, StatutoryRates.japan())));
    }

    /**
     * @param now   business time: decides what holds
     * @param asked business time for which it is decided; earlier when a decision is looked at once more
     */
    Gathered of(DunningState dunning, Instant now, Instant asked) {
        AccountId payer = dunning.payer();
        CustomerAccount account = accounts.get(payer);
        LocalDate today = BusinessDay.of(now);
        Map<String, String> banks = new HashMap<>();
        Map<String, List<String>> pending = new HashMap<>();
        Map<String, String> policies = new HashMap<>();
        List<String> mayBeHis =
                unmatched.apply(payer).stream().map(ReceiptId::toString).toList();
        Payer about = new Payer(
                account, today, !mayBeHis.isEmpty(), account.book().payments().lastPaidOn());
        List<ItemFacts> items = new ArrayList<>();
        for (Claim claim : account.book().claims().open()) {
            if (claim.stage() == Claim.Stage.ISSUED && claim.balance().signum() > 0) {
                invoices.find(new InvoiceId(payer.tenant(), claim.invoiceId()).toString())
                        .map(Invoice::state)
                        .ifPresent(invoice -> {
                            items.add(item(invoice, about, banks, pending));
                            policyOf(invoice).ifPresent(name -> policies.put(invoice.invoiceId(), name));
                        });
            }
        }
        return new Gathered(payer(account, dunning, today, asked, items), banks, pending, mayBeHis, policies);
    }

    /** The policy that the contract of an invoice names. */
    Optional<String> policyOf(InvoiceId invoice) {
        return invoices.find(invoice.toString()).map(Invoice::state).flatMap(this::policyOf);
    }

    private Optional<String> policyOf(InvoiceState invoice) {
        return contracts
                .find(new ContractId(invoice.clientId(), invoice.document().contractId()))
                .map(contract -> contract.latest().dunningPolicy());
    }

    private PayerFacts payer(
            CustomerAccount account, DunningState dunning, LocalDate today, Instant asked, List<ItemFacts> items) {
        Dealings dealings = account.dealings();
        return new PayerFacts(
                asked,
                punctuality(account, today),
                dealings.background(),
                account.contactStopped(),
                account.credit().isDeteriorating(),
                dealings.areHeld(today),
                dealings.heldUntil(today).orElse(null),
                dunning.contacts(),
                reachableBy(account.detailsOn(today), dunning.unreached()),
                items);
    }

    private Punctuality punctuality(CustomerAccount account, LocalDate today) {
        PaymentProfile profile = account.profile(today);
        return profile.onTimeRatio()
                .map(onTime -> new Punctuality(
                        profile.onTime() + profile.delays(),
                        onTime,
                        profile.averageDaysLate(),
                        account.longDelays(today, calendar, LONG_DELAY)))
                .orElse(Punctuality.UNKNOWN);
    }

    private static Set<ContactChannel> reachableBy(AccountDetails details, Set<ContactChannel> unreached) {
        Set<ContactChannel> ways = EnumSet.noneOf(ContactChannel.class);
        add(ways, ContactChannel.MAIL, details.email());
        add(ways, ContactChannel.PHONE, details.phone());
        add(ways, ContactChannel.LETTER, details.postalAddress());
        ways.removeAll(unreached);
        return ways;
    }

    private static void add(Set<ContactChannel> ways, ContactChannel way, String address) {
        if (address != null) {
            ways.add(way);
        }
    }

    /** What all invoices of a payer have in common. */
    private record Payer(
            CustomerAccount account, LocalDate today, boolean receiptMayBeHis, Optional<LocalDate> lastPaidOn) {}

    private ItemFacts item(
            InvoiceState invoice, Payer payer, Map<String, String> banks, Map<String, List<String>> pending) {
        Optional<ContractHistory> contract = contracts.find(
                new ContractId(invoice.clientId(), invoice.document().contractId()));
        Optional<ContractTerms> terms = contract.map(ContractHistory::latest);
        Standing standing = invoice.after().standing();
        ClaimHolder holder =
                standing.holder(terms.map(ContractTerms::claimHolder).orElse(ClaimHolder.AGENT), invoice.balance());
        Optional<BankAccountState> bank = terms.map(ContractTerms::collectionAccountId)
                .flatMap(id -> bankAccounts.collecting(invoice.clientId(), id));
        bank.ifPresent(it -> banks.put(invoice.invoiceId(), it.id().toString()));
        Reminding reminding = invoice.after().reminding();
        Optional<InstalmentPlans.Next> instalment = plans.next(invoice.id(), payer.today());
        BigDecimal asked = instalment
                .map(InstalmentPlans.Next::amount)
                .orElseGet(() -> invoice.balance().add(invoice.settlement().claimed()));
        boolean whole = invoice.disputed().compareTo(invoice.balance()) >= 0;
        LocalDate due = invoice.document().dueDate();
        List<String> notes = credits.apply(invoice.id());
        pending.put(invoice.invoiceId(), notes);
        return new ItemFacts(
                invoice.invoiceId(),
                instalment.map(InstalmentPlans.Next::dueDate).orElse(due),
                asked,
                invoice.status().isIssued(),
                invoice.deliveries().arrived(),
                !reminding.replacements().isEmpty(),
                !notes.isEmpty() || invoice.creditNoteDue(),
                whole && invoice.disputed().signum() > 0 ? asked : invoice.disputed(),
                standing.handedBack(),
                payer.receiptMayBeHis(),
                bank.map(it -> it.covered() == null ? LocalDate.MIN : it.covered())
                        .orElse(null),
                invoice.promisedFor(),
                reminding.promiseBroken(),
                holder,
                standing.noticeOn(terms.map(ContractTerms::assignmentNoticeOn).orElse(null)),
                holder == ClaimHolder.PURCHASED
                        && reminding.issuedOn() != null
                        && reminding.issuedOn().isAfter(due),
                isNewToPay(payer.lastPaidOn(), contract, bank, invoice.clientId()),
                contract.map(it -> it.agreedUpTo(payer.today())).orElse(null),
                resumed(
                        instalment
                                .filter(next -> isBeforeAnyWord(next, reminding))
                                .map(next -> new Progress(reminding.round() + 1, null, null, null, null, false))
                                .orElseGet(() ->
                                        progress(reminding, payer.account().dealings())),
                        standing));
    }

    private boolean isNewToPay(
            Optional<LocalDate> lastPaidOn,
            Optional<ContractHistory> contract,
            Optional<BankAccountState> bank,
            String clientId) {
        Optional<LocalDate> itself = bank.isPresent()
                ? bank.map(BankAccountState::amendedOn)
                : clients.get(new ClientId(clientId)).history().since(ClientDetails::bankAccount);
        return lastPaidOn.isEmpty()
                || Stream.concat(
                                itself.stream(),
                                contract.flatMap(it -> it.since(ContractTerms::collectionAccountId)).stream())
                        .anyMatch(change -> !change.isBefore(lastPaidOn.get()));
    }

    /** What was said so far was about an earlier instalment: of this one is spoken from the beginning. */
    private static boolean isBeforeAnyWord(InstalmentPlans.Next next, Reminding reminding) {
        return reminding
                .last()
                .filter(last -> Stage.R0.isBelow(last.stage()) && !last.on().isAfter(next.dueDate()))
                .isPresent();
    }

    /** All of it became due because instalments were missed: the next word is a demand. */
    private static Progress resumed(Progress progress, Standing standing) {
        boolean below = progress.stage() == null || progress.stage().isBelow(Stage.R2);
        return standing.accelerated() && below
                ? new Progress(
                        progress.round(),
                        Stage.R2,
                        ContactChannel.PHONE,
                        progress.sentOn(),
                        progress.newDate(),
                        progress.answered())
                : progress;
    }

    private static Progress progress(Reminding reminding, Dealings dealings) {
        return reminding
                .last()
                .map(last -> new Progress(
                        reminding.round(),
                        last.stage(),
                        last.channel(),
                        reminding.notBefore() == null ? last.on() : reminding.notBefore(),
                        reminding.notBefore() == null ? last.newDate() : null,
                        reminding.answered() || dealings.wasHeardSince(last.on())))
                .orElseGet(() -> new Progress(reminding.round(), null, null, reminding.notBefore(), null, false));
    }
}
