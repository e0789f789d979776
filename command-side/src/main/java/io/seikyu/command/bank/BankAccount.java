package io.seikyu.command.bank;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.bank.BankAccountCommand.AmendBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.CoverBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.OpenBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.ReportCancellation;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountAmended;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountCovered;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountOpened;
import io.seikyu.contract.bank.BankAccountEvent.CancellationLeftOpen;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A bank account (口座) that money comes in on, of a client company or of the agency. There is one of each number at a
 * branch. It knows up to which day the bank has told everything: nobody may be reminded of a day that is not covered.
 */
public class BankAccount {
    @AggregateIdentifier
    private String id;

    private BankAccountState state;

    BankAccount() {}

    public BankAccount(BankAccountState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void open(OpenBankAccount command, Clients clients, BankAccountNumbers numbers) {
        BankAccountId target = command.target();
        if (!target.isOfAgency()) {
            clients.get(new ClientId(target.tenant()));
        }
        if (!numbers.claim(command.details())) {
            throw Refusal.conflict(
                    "bank-account-on-file", "this account is on file already: an account has one id and one owner");
        }
        apply(new BankAccountOpened(
                target.tenant(),
                target.value(),
                command.details(),
                command.bookingFormat().word()));
    }

    @CommandHandler
    AmendmentAsked amend(AmendBankAccount command, Approvals approvals) {
        return AmendingAccount.ask(state, command, approvals);
    }

    /** What a second person approved. */
    void amend(BankDetails details, String approvalId, BankAccountNumbers numbers) {
        AmendingAccount.refuseTaken(state, details, numbers);
        apply(new BankAccountAmended(state.clientId(), state.bankAccountId(), details, approvalId));
    }

    /** What is known stays known. */
    @CommandHandler
    BankAccountState cover(CoverBankAccount command) {
        if (command.through().isAfter(command.today())) {
            Fault early = new Fault("/through", "in-the-future", "must not be after today, " + command.today());
            throw Refusal.invalid("invalid-coverage", "no bank has told of days to come", List.of(early));
        }
        if (state.covered() == null || command.through().isAfter(state.covered())) {
            apply(new BankAccountCovered(state.clientId(), state.bankAccountId(), command.through()));
        }
        return state;
    }

    @CommandHandler
    void report(ReportCancellation command, Tasks tasks) {
        apply(new CancellationLeftOpen(
                state.clientId(),
                state.bankAccountId(),
                command.bookedOn(),
                command.amount(),
                command.reference(),
                command.file(),
                command.source(),
                command.why()));
        tasks.open(BankAccountTasks.check(state.id(), command));
    }

    @EventSourcingHandler
    void on(BankAccountOpened event) {
        state = BankAccountState.of(event);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(BankAccountAmended event, @Timestamp Instant recorded) {
        state = state.amended(event.details(), BusinessDay.of(recorded));
    }

    @EventSourcingHandler
    void on(BankAccountCovered event) {
        state = state.covered(event.through());
    }

    public BankAccountState state() {
        return state;
    }
}
