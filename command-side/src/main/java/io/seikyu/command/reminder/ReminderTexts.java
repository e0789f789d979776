package io.seikyu.command.reminder;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.bank.BankAccountState;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.ClaimTerms.LateCharge;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.plan.InstalmentPlans;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.Briefing;
import io.seikyu.command.task.Briefing.Happened;
import io.seikyu.command.task.Briefing.Owed;
import io.seikyu.command.template.ReminderContent;
import io.seikyu.command.template.ReminderContent.Item;
import io.seikyu.command.template.ReminderContent.Language;
import io.seikyu.command.template.ReminderWriter;
import io.seikyu.command.template.Words;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What reminders say, with today's balances, in the payer's language. */
final class ReminderTexts {
    private final Accounts accounts;
    private final Clients clients;
    private final CachingRepository<Invoice, InvoiceState> invoices;
    private final Contracts contracts;
    private final BankAccounts bankAccounts;
    private final ClaimTerms claims;
    private final ReminderWriter writer;
    private final InstalmentPlans plans;
    private final String agency;

    ReminderTexts(
            Accounts accounts,
            Clients clients,
            CachingRepository<Invoice, InvoiceState> invoices,
            Contracts contracts,
            BankAccounts bankAccounts,
            ClaimTerms claims,
            ReminderWriter writer,
            InstalmentPlans plans,
            String agency) {
        this.accounts = accounts;
        this.clients = clients;
        this.invoices = invoices;
        this.contracts = contracts;
        this.bankAccounts = bankAccounts;
        this.claims = claims;
        this.writer = writer;
        this.plans = plans;
        this.agency = agency;
    }

    /** A person's own words where there are any; steps at law have none. */
    Words write(ReminderState reminder, LocalDate today, LocalDate newDate) {
        if (reminder.channel() == ContactChannel.LEGAL) {
            return new Words(null, null, List.of());
        }
        if (reminder.edited() != null && reminder.edited().body() != null) {
            return new Words(reminder.edited().subject(), reminder.edited().body(), List.of());
        }
        return writer.write(content(reminder, today, newDate));
    }

    /** Where it goes; empty when nothing is on file. */
    Optional<String> address(ReminderState reminder, LocalDate today) {
        AccountDetails payer = accounts.get(reminder.payer()).detailsOn(today);
        return Optional.ofNullable(
                switch (reminder.channel()) {
                    case MAIL -> payer.email();
                    case LETTER, CERTIFIED_LETTER, LEGAL -> payer.postalAddress();
                    case PHONE -> payer.phone();
                });
    }

    ReminderContent content(ReminderState reminder, LocalDate today, LocalDate newDate) {
        AccountDetails payer = accounts.get(reminder.payer()).detailsOn(today);
        ClientDetails creditor = clients.get(new ClientId(reminder.clientId())).detailsOn(today);
        List<InvoiceState> about =
                reminder.items().stream().map(item -> invoice(reminder, item)).toList();
        Optional<ContractTerms> terms = terms(about.get(0));
        List<LateCharge> late = reminder.stage().isBelow(Stage.R4)
                ? List.of()
                : about.stream()
                        .flatMap(invoice -> claims.lateCharge(invoice, today).stream())
                        .toList();
        return new ReminderContent(
                language(payer, reminder.channel()),
                reminder.stage(),
                reminder.channel(),
                reminder.tone(),
                reminder.neutral(),
                payer.name(),
                payer.corporate(),
                payer.contactPerson(),
                creditor.name(),
                agency,
                terms.map(it -> about.get(0)
                                .after()
                                .standing()
                                .holder(it.claimHolder(), about.get(0).balance()))
                        .orElse(ClaimHolder.AGENT),
                about.stream().map(invoice -> item(invoice, today)).toList(),
                today,
                newDate,
                bank(reminder.clientId(), terms, creditor),
                late.isEmpty() ? null : late.get(0).rate(),
                late.isEmpty()
                        ? null
                        : late.stream().map(LateCharge::accrued).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What whoever calls has to know, with today's balances. */
    Briefing briefing(ReminderState reminder, LocalDate today) {
        ReminderContent content = content(reminder, today, reminder.newDate());
        List<InvoiceState> about =
                reminder.items().stream().map(item -> invoice(reminder, item)).toList();
        List<Owed> items = new ArrayList<>();
        for (int i = 0; i < about.size(); i++) {
            InvoiceState invoice = about.get(i);
            Item item = content.items().get(i);
            items.add(new Owed(
                    invoice.invoiceId(),
                    item.number(),
                    item.dueDate(),
                    item.balance(),
                    invoice.balance(),
                    invoice.disputed()));
        }
        return new Briefing(
                address(reminder, today).orElse(null),
                writer.write(content).body(),
                items.stream().map(Owed::asked).reduce(BigDecimal.ZERO, BigDecimal::add),
                items,
                history(reminder, about));
    }

    private static List<Happened> history(ReminderState reminder, List<InvoiceState> about) {
        Stream<Happened> calls =
                reminder.calls().stream().map(at -> new Happened(BusinessDay.of(at), "CALLED", null, null, null));
        return Stream.concat(calls, about.stream().flatMap(ReminderTexts::happened))
                .sorted(Comparator.comparing(Happened::on).reversed())
                .toList();
    }

    private static Stream<Happened> happened(InvoiceState invoice) {
        String id = invoice.invoiceId();
        List<Happened> all = new ArrayList<>();
        invoice.after()
                .reminding()
                .made()
                .forEach(made ->
                        all.add(new Happened(made.on(), "REMINDED", id, made.stage() + " " + made.channel(), null)));
        invoice.settlement()
                .payments()
                .forEach(paid -> all.add(new Happened(paid.bookedOn(), "PAID", id, null, paid.received())));
        return all.stream();
    }

    /** The post office certifies nothing but Japanese. */
    private static Language language(AccountDetails payer, ContactChannel channel) {
        return "en".equals(payer.language()) && channel != ContactChannel.CERTIFIED_LETTER ? Language.EN : Language.JA;
    }

    private InvoiceState invoice(ReminderState reminder, ReminderItem item) {
        return invoices.find(new InvoiceId(reminder.clientId(), item.invoiceId()).toString())
                .orElseThrow()
                .state();
    }

    private Optional<ContractTerms> terms(InvoiceState invoice) {
        return contracts
                .find(new ContractId(invoice.clientId(), invoice.document().contractId()))
                .map(contract -> contract.latest());
    }

    /** Where money is to come in now. */
    private BankDetails bank(String clientId, Optional<ContractTerms> terms, ClientDetails creditor) {
        return terms.map(ContractTerms::collectionAccountId)
                .flatMap(account -> bankAccounts.collecting(clientId, account))
                .map(BankAccountState::details)
                .orElse(creditor.bankAccount());
    }

    /** Of what is paid in instalments, those whose day has come. */
    private Item item(InvoiceState invoice, LocalDate today) {
        Optional<InstalmentPlans.Next> instalment = plans.next(invoice.id(), today);
        return new Item(
                invoice.document().writtenNumber(),
                invoice.document().issueDate(),
                instalment
                        .map(InstalmentPlans.Next::dueDate)
                        .orElse(invoice.document().dueDate()),
                instalment.map(InstalmentPlans.Next::amount).orElseGet(invoice::claimable),
                invoice.document().payable(),
                invoice.disputed(),
                invoice.settlement().claimed());
    }
}
