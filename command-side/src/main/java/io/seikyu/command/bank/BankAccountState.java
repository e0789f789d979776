package io.seikyu.command.bank;

import io.seikyu.contract.bank.BankAccountEvent.BankAccountOpened;
import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import java.time.LocalDate;

/**
 * A bank account as it is kept in memory and in snapshots.
 *
 * @param bookingFormat of the files that book
 * @param covered       the last day up to which all that came in is known, or null
 */
public record BankAccountState(
        String clientId, String bankAccountId, BankDetails details, BankFileFormat bookingFormat, LocalDate covered) {

    static BankAccountState of(BankAccountOpened event) {
        BankFileFormat format = BankFileFormat.named(event.bookingFormat()).orElseThrow();
        return new BankAccountState(event.clientId(), event.bankAccountId(), event.details(), format, null);
    }

    BankAccountState amended(BankDetails other) {
        return new BankAccountState(clientId, bankAccountId, other, bookingFormat, covered);
    }

    BankAccountState covered(LocalDate through) {
        return new BankAccountState(clientId, bankAccountId, details, bookingFormat, through);
    }

    public BankAccountId id() {
        return new BankAccountId(clientId, bankAccountId);
    }
}
