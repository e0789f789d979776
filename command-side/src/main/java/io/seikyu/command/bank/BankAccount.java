package io.seikyu.command.bank;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.bank.BankAccountCommand.CoverBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.OpenBankAccount;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountCovered;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountOpened;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.ClientId;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
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

    @EventSourcingHandler
    void on(BankAccountOpened event) {
        state = BankAccountState.of(event);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(BankAccountCovered event) {
        state = state.covered(event.through());
    }

    public BankAccountState state() {
        return state;
    }
}
