package io.seikyu.command.credit;

import io.seikyu.command.reaction.Reaction;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountCommand.ScreenAgain;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.AccountId;
import io.seikyu.projection.Recorded;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment, a delay, a promise that was kept or broken, and whatever is heard of a payer lead to a new screening of who
 * was screened before. It says nothing where it comes out as before, so hearing of the same twice changes nothing.
 */
final class WhenPayerBehavesThenScreenAgain implements Reaction {
    private static final String ACTOR = "credit";

    private final OwnCommands commands;
    private final OpenCreditWork open;
    private final BusinessDay day;

    WhenPayerBehavesThenScreenAgain(OwnCommands commands, OpenCreditWork open, BusinessDay day) {
        this.commands = commands;
        this.open = open;
        this.day = day;
    }

    @Override
    public Set<String> hearsOf() {
        return Set.of(
                "account.claim-moved",
                "account.promise-judged",
                "account.signal-recorded",
                "account.signal-judged",
                "account.slowdown-noticed",
                "account.insolvency-recorded",
                "account.insolvency-lifted");
    }

    @Override
    public void react(Event event, Recorded recorded) {
        if (event instanceof ClaimMoved moved && !CreditWork.isOver(moved.claim())) {
            return;
        }
        screen(
                OpenCreditWork.account(recorded.stream()),
                recorded.position(),
                recorded.metadata().get("correlationId"));
    }

    @Override
    public void catchUp() {
        open.forEach((payer, work) -> {
            if (work.isMoved()) {
                screen(payer, work.moved(), null);
            }
        });
    }

    /** The cause names the screening. */
    private void screen(AccountId payer, long cause, @Nullable String correlationId) {
        commands.<Void>send(
                payer.tenant(), ACTOR, correlationId, new ScreenAgain(payer, "after-" + cause, day.today()));
    }
}
