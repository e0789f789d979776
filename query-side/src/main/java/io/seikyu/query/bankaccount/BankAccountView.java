package io.seikyu.query.bankaccount;

import io.seikyu.contract.client.BankDetails;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bank account that money comes in on.
 *
 * @param clientId      whose it is: a client company, or {@code agency}
 * @param bookingFormat of the files that book; files of another format only reconcile
 * @param through       everything that came in up to and with this day is known; absent while nothing is
 */
public record BankAccountView(
        String clientId,
        String bankAccountId,
        String bank,
        String branch,
        String kind,
        String number,
        String holder,
        String bookingFormat,
        @Nullable LocalDate through) {

    BankAccountView with(BankDetails details) {
        return new BankAccountView(
                clientId,
                bankAccountId,
                details.bank(),
                details.branch(),
                details.kind(),
                details.number(),
                details.holder(),
                bookingFormat,
                through);
    }

    BankAccountView covered(LocalDate day) {
        return new BankAccountView(clientId, bankAccountId, bank, branch, kind, number, holder, bookingFormat, day);
    }
}
