package io.seikyu.command.dunning;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningEvent.ContactEnded;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.DunningId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a payer's dunning has to know to decide.
 *
 * @param number     of the last contact that was planned; 0: none
 * @param open       the contacts that are not over, each about other invoices
 * @param made       the last contact that was made: it may turn out not to have reached him; or null
 * @param contacts   when he was contacted, the last {@value #KEPT}
 * @param unreached  by what ways the last contact did not reach him
 * @param declined   what a person said no to
 * @param suppressed what was said last of why an invoice is not reminded of
 */
public record DunningState(
        String clientId,
        String accountId,
        int number,
        List<Open> open,
        Open made,
        List<Instant> contacts,
        Set<ContactChannel> unreached,
        List<Declined> declined,
        List<Known> suppressed) {
    static final int KEPT = 60;

    /** @param items as they were planned */
    public record Open(String reminderId, ContactChannel channel, List<ReminderItem> items) {}

    public record Declined(String invoiceId, Stage stage, ContactChannel channel, int round) {}

    public record Known(
            String invoiceId, Stage stage, ContactChannel channel, int round, List<DunningReason> reasons) {}

    static DunningState of(DunningId id) {
        return new DunningState(id.tenant(), id.value(), 0, List.of(), null, List.of(), Set.of(), List.of(), List.of());
    }

    AccountId payer() {
        return new AccountId(clientId, accountId);
    }

    /** What others than this reminder are to speak of, or speak of. */
    List<String> spokenOfByOthers(String reminderId) {
        return open.stream()
                .filter(it -> !it.reminderId().equals(reminderId))
                .flatMap(it -> it.items().stream())
                .map(ReminderItem::invoiceId)
                .toList();
    }

    boolean wasContacted(LocalDate day) {
        return contacts.stream().map(BusinessDay::of).anyMatch(day::equals);
    }

    boolean isDeclined(String invoiceId, Stage stage, ContactChannel channel, int round) {
        return declined.contains(new Declined(invoiceId, stage, channel, round));
    }

    boolean isNews(Known said) {
        return !suppressed.contains(said);
    }

    DunningState with(ReminderSuppressed event) {
        List<Known> next = new ArrayList<>(suppressed);
        next.removeIf(known -> known.invoiceId().equals(event.invoiceId()));
        next.add(new Known(event.invoiceId(), event.stage(), event.channel(), event.round(), event.reasons()));
        return new DunningState(
                clientId, accountId, number, open, made, contacts, unreached, declined, List.copyOf(next));
    }

    DunningState with(SuppressionLifted event) {
        return new DunningState(
                clientId,
                accountId,
                number,
                open,
                made,
                contacts,
                unreached,
                declined,
                without(List.of(event.invoiceId())));
    }

    private List<Known> without(List<String> invoiceIds) {
        return suppressed.stream()
                .filter(known -> !invoiceIds.contains(known.invoiceId()))
                .toList();
    }

    /** Of what is spoken about nothing is suppressed any more. */
    DunningState with(ContactPlanned event) {
        List<Known> next =
                without(event.items().stream().map(ReminderItem::invoiceId).toList());
        return new DunningState(
                clientId,
                accountId,
                event.number(),
                with(open, List.of(new Open(event.reminderId(), event.channel(), event.items()))),
                made,
                contacts,
                unreached,
                declined,
                next);
    }

    DunningState with(ContactEnded event) {
        Open about = open.stream()
                .filter(it -> it.reminderId().equals(event.reminderId()))
                .findFirst()
                .orElse(made);
        Open reached = made;
        List<Instant> all = contacts;
        Set<ContactChannel> not =
                unreached.isEmpty() ? EnumSet.noneOf(ContactChannel.class) : EnumSet.copyOf(unreached);
        List<Declined> no = declined;
        switch (event.end()) {
            case MADE -> {
                all = newest(with(contacts, List.of(event.at())));
                not.remove(about.channel());
                reached = about;
            }
            case FAILED -> {
                not.add(about.channel());
                reached = null;
            }
            case REJECTED ->
                no = newest(with(
                        declined,
                        about.items().stream()
                                .map(item ->
                                        new Declined(item.invoiceId(), item.stage(), about.channel(), item.round()))
                                .toList()));
            case WITHDRAWN -> {}
        }
        List<Open> left = open.stream().filter(it -> it != about).toList();
        return new DunningState(clientId, accountId, number, left, reached, all, Set.copyOf(not), no, suppressed);
    }

    private static <T> List<T> with(List<T> list, List<T> more) {
        List<T> all = new ArrayList<>(list);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static <T> List<T> newest(List<T> list) {
        return List.copyOf(list.subList(Math.max(0, list.size() - KEPT), list.size()));
    }
}
