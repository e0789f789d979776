package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningDecision.Contact;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A payer whose days are lived one by one. */
final class Payer {
    private final DunningPolicy policy = new DunningPolicy("dunning@1", DunningSettings.usual(), BankCalendar.japan());
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Instant> contacts = new ArrayList<>();
    Punctuality punctuality = Punctuality.UNKNOWN;
    Background background;
    boolean insolvent;
    boolean held;
    LocalDate heldUntil;
    Set<ContactChannel> reachableBy = EnumSet.of(ContactChannel.MAIL, ContactChannel.PHONE, ContactChannel.LETTER);

    /** What a test changes of an invoice; all else is a delivered invoice of an agent, of which nothing was said yet. */
    static final class Invoice {
        final String id;
        LocalDate due;
        BigDecimal balance = new BigDecimal("110000");
        boolean issued = true;
        boolean delivered = true;
        boolean correctionPending;
        boolean creditNotePending;
        BigDecimal disputed = BigDecimal.ZERO;
        boolean handedBack;
        boolean receiptMayBeThis;
        LocalDate coveredThrough;
        LocalDate promisedFor;
        boolean promiseBroken;
        ClaimHolder holder = ClaimHolder.PURCHASED;
        LocalDate noticeOn = LocalDate.of(2025, 1, 6);
        boolean overdueWhenBought;
        boolean newToPay;
        Stage agreedUpTo;
        Progress progress = Progress.NONE;

        Invoice(String id, LocalDate due) {
            this.id = id;
            this.due = due;
        }

        ItemFacts facts() {
            return new ItemFacts(
                    id,
                    due,
                    balance,
                    issued,
                    delivered,
                    correctionPending,
                    creditNotePending,
                    disputed,
                    handedBack,
                    receiptMayBeThis,
                    coveredThrough,
                    promisedFor,
                    promiseBroken,
                    holder,
                    noticeOn,
                    overdueWhenBought,
                    newToPay,
                    agreedUpTo,
                    progress);
        }
    }

    Invoice owes(String id, String due) {
        Invoice invoice = new Invoice(id, LocalDate.parse(due));
        invoices.add(invoice);
        return invoice;
    }

    void contacted(Instant at) {
        contacts.add(at);
    }

    void paid(Invoice invoice) {
        invoices.remove(invoice);
    }

    DunningDecision on(String day) {
        return at(day, "10:00");
    }

    DunningDecision at(String day, String time) {
        return at(BusinessDay.at(LocalDate.parse(day), LocalTime.parse(time)));
    }

    DunningDecision at(Instant now) {
        return policy.decide(facts(now, items -> items));
    }

    PayerFacts facts(Instant now, UnaryOperator<List<ItemFacts>> order) {
        return new PayerFacts(
                now,
                punctuality,
                background,
                insolvent,
                false,
                held,
                heldUntil,
                List.copyOf(contacts),
                reachableBy,
                order.apply(
                        new ArrayList<>(invoices.stream().map(Invoice::facts).toList())));
    }

    /** Does what is decided on each day at ten, as if everybody agreed; one line a contact. */
    List<String> live(String from, String to) {
        List<String> story = new ArrayList<>();
        for (LocalDate day = LocalDate.parse(from); !day.isAfter(LocalDate.parse(to)); day = day.plusDays(1)) {
            LocalDate today = day;
            Instant now = BusinessDay.at(day, LocalTime.of(10, 0));
            at(now).contact().ifPresent(contact -> story.add(make(contact, today, now)));
        }
        return story;
    }

    private String make(Contact contact, LocalDate today, Instant now) {
        contacted(now);
        List<String> about = new ArrayList<>();
        for (DunningDecision.Item item : contact.items()) {
            Invoice invoice = invoices.stream()
                    .filter(it -> it.id.equals(item.invoiceId()))
                    .findFirst()
                    .orElseThrow();
            invoice.progress =
                    new Progress(item.round(), item.stage(), contact.channel(), today, contact.newDate(), false);
            invoice.promiseBroken = false;
            about.add(item.invoiceId() + ":" + item.stage());
        }
        return today + " " + contact.stage() + " " + contact.channel() + " " + String.join(",", about);
    }
}
