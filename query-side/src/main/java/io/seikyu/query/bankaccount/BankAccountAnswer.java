package io.seikyu.query.bankaccount;

import io.seikyu.contract.id.Ids;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param owner    {@code CLIENT} or {@code AGENCY}
 * @param clientId absent for an account of the agency
 * @param coverage absent while nothing is known
 */
record BankAccountAnswer(
        String bankAccountId,
        String owner,
        @Nullable String clientId,
        String bank,
        String branch,
        String kind,
        String number,
        String holder,
        String bookingFormat,
        @Nullable Coverage coverage) {

    static BankAccountAnswer of(BankAccountView view) {
        boolean ofAgency = view.clientId().equals(Ids.AGENCY);
        return new BankAccountAnswer(
                view.bankAccountId(),
                ofAgency ? "AGENCY" : "CLIENT",
                ofAgency ? null : view.clientId(),
                view.bank(),
                view.branch(),
                view.kind(),
                view.number(),
                view.holder(),
                view.bookingFormat(),
                view.through() == null ? null : new Coverage(view.through()));
    }

    /** @param through the last day of which everything that came in is known */
    record Coverage(LocalDate through) {}
}
