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
 * @param amendedOn     since when its details are what they are, or null: since it was opened
 */
public record BankAccountState(
        String clientId,
        String bankAccountId,
        BankDetails details,
        BankFileFormat bookingFormat,
        LocalDate covered,
        LocalDate amendedOn) {

    static BankAccountState of(BankAccountOpened event) {
        BankFileFormat format = BankFileFormat.named(event.bookingFormat()).orElseThrow();
        return new BankAccountState(event.clientId(), event.bankAccountId(), event.details(), format, null, null);
    }

    BankAccountState amended(BankDetails other, LocalDate on) {
        return new BankAccountState(clientId, bankAccountId, other, bookingFormat, covered, on);
    }

    BankAccountState covered(LocalDate through) {
        return new BankAccountState(clientId, bankAccountId, details, bookingFormat, through, amendedOn);
    }

    public BankAccountId id() {
        return new BankAccountId(clientId, bankAccountId);
    }
}
