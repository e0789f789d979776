package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningDecision.Contact;
import io.seikyu.command.dunning.DunningDecision.Suppressed;
import io.seikyu.command.schedule.Agenda;
import io.seikyu.command.schedule.Due;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.dunning.Approver;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import io.seikyu.contract.id.DunningId;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What dunning will do next, as it would decide it today. Asked where the policy and the facts are. */
@RestController
class AgendaApi {
    private static final Duration USUAL = Duration.ofDays(30);
    private static final int PORTION = 500;

    private final Agenda agenda;
    private final CachingRepository<DunningCase, DunningState> cases;
    private final DunningDecisions decisions;
    private final KnownLists lists;
    private final Clock businessClock;

    AgendaApi(
            Agenda agenda,
            CachingRepository<DunningCase, DunningState> cases,
            DunningDecisions decisions,
            KnownLists lists,
            Clock businessClock) {
        this.agenda = agenda;
        this.cases = cases;
        this.decisions = decisions;
        this.lists = lists;
        this.businessClock = businessClock;
    }

    /**
     * In the order of client companies and payers.
     *
     * @param until absent: the next 30 days
     */
    @GetMapping("/v1/agenda")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.AUDITOR, Role.CLIENT})
    Page<Next> agenda(
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String clientId,
            Tenancy tenancy,
            Paging paging) {
        lists.upToNow();
        Instant now = businessClock.instant();
        Instant end = until == null ? now.plus(USUAL) : until;
        List<Due> found = firstLooks(end, tenancy.scope(clientId), paging);
        Page<Due> page = paging.page(found, last -> List.of(last.id().toString(), last.subject()));
        return new Page<>(
                page.items().stream()
                        .map(due -> next(new DunningId(due.tenant(), due.subjectId()), now, due.dueAt()))
                        .toList(),
                page.next());
    }

    /** The first look at each payer, and at one more than the page holds; the looks at one payer follow each other. */
    private List<Due> firstLooks(Instant until, TenantScope scope, Paging paging) {
        String after = paging.after().map(key -> key.get(0)).orElse(null);
        String seen = paging.after().map(key -> key.get(1)).orElse(null);
        List<Due> first = new ArrayList<>();
        List<Due> portion;
        do {
            portion = agenda.planned(DunningDesk.LOOK, until, scope, after, PORTION);
            for (Due due : portion) {
                if (!due.subject().equals(seen) && first.size() <= paging.limit()) {
                    first.add(due);
                }
                seen = due.subject();
                after = due.id().toString();
            }
        } while (portion.size() == PORTION && first.size() <= paging.limit());
        return first;
    }

    private Next next(DunningId id, Instant now, Instant at) {
        DunningState state = cases.find(id.toString()).map(DunningCase::state).orElseGet(() -> DunningState.of(id));
        DunningDecision decision = decisions.decide(state, now, at).decision();
        return new Next(
                id.tenant(),
                id.value(),
                at,
                state.open().stream().map(DunningState.Open::reminderId).toList(),
                decision.contact().map(AgendaApi::planned).orElse(null),
                decision.suppressed().stream().map(AgendaApi::silent).toList());
    }

    private static Planned planned(Contact contact) {
        return new Planned(
                contact.stage(),
                contact.channel(),
                contact.tone(),
                DunningDecisions.items(contact),
                contact.newDate(),
                contact.needs(),
                told(contact.reasons()));
    }

    private static Silent silent(Suppressed suppressed) {
        return new Silent(suppressed.invoiceId(), suppressed.stage(), suppressed.channel(), told(suppressed.reasons()));
    }

    private static List<DunningReason> told(List<Reason> reasons) {
        return reasons.stream().map(Reason::told).toList();
    }

    /**
     * @param at         when it is looked at next
     * @param underWay   reminders that are planned or on their way: of their invoices nothing else is decided
     * @param contact    that would be made; absent when none
     * @param suppressed what the ladder would say, and why it would not be said
     */
    record Next(
            String clientId,
            String accountId,
            Instant at,
            List<String> underWay,
            @Nullable Planned contact,
            List<Silent> suppressed) {}

    record Planned(
            Stage stage,
            ContactChannel channel,
            Tone tone,
            List<ReminderItem> items,
            @Nullable LocalDate newDate,
            Set<Approver> needs,
            List<DunningReason> reasons) {}

    record Silent(String invoiceId, Stage stage, ContactChannel channel, List<DunningReason> reasons) {}
}
