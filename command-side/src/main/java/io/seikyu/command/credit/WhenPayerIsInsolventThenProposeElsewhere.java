package io.seikyu.command.credit;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.directory.Directory;
import io.seikyu.command.reaction.Reaction;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountCommand.ProposeInsolvencyCheck;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.AccountId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.Recorded;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The same company (法人番号) may pay several client companies: when one hears that it is insolvent, somebody is asked to
 * look at each of the others. Nothing there tells who heard of it: neither the task nor its origin.
 */
final class WhenPayerIsInsolventThenProposeElsewhere implements Reaction {
    private static final String ACTOR = "credit";
    private static final Duration DIRECTORY_FOLLOWS_WITHIN = Duration.ofSeconds(30);

    private final OwnCommands commands;
    private final Accounts accounts;
    private final Directory directory;
    private final OpenCreditWork open;
    private final EventLog log;
    private final BusinessDay day;

    WhenPayerIsInsolventThenProposeElsewhere(
            OwnCommands commands,
            Accounts accounts,
            Directory directory,
            OpenCreditWork open,
            EventLog log,
            BusinessDay day) {
        this.commands = commands;
        this.accounts = accounts;
        this.directory = directory;
        this.open = open;
        this.log = log;
        this.day = day;
    }

    @Override
    public Set<String> hearsOf() {
        return Set.of("account.insolvency-recorded");
    }

    @Override
    public void react(Event event, Recorded recorded) {
        propose(OpenCreditWork.account(recorded.stream()), ((InsolvencyRecorded) event).observedOn());
    }

    @Override
    public void catchUp() {
        open.forEach((payer, work) -> {
            if (work.insolventSince() != null) {
                propose(payer, work.insolventSince());
            }
        });
    }

    private void propose(AccountId insolvent, LocalDate observedOn) {
        number(insolvent).ifPresent(number -> {
            directory.await(log.head(), DIRECTORY_FOLLOWS_WITHIN);
            directory.payersEverywhere(number).stream()
                    .filter(other -> !other.equals(insolvent))
                    // the directory knows earlier numbers too
                    .filter(other -> number(other).filter(number::equals).isPresent())
                    .forEach(other -> commands.<Void>send(
                            other.tenant(), ACTOR, null, new ProposeInsolvencyCheck(other, observedOn)));
        });
    }

    private Optional<String> number(AccountId payer) {
        return accounts.find(payer)
                .map(account -> account.detailsOn(day.today()))
                .flatMap(details -> Optional.ofNullable(details.corporateNumber()));
    }
}
