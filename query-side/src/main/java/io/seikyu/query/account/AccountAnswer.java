package io.seikyu.query.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.dunning.Tone;
import io.seikyu.projection.Dated;
import io.seikyu.query.account.Credit.Reservation;
import io.seikyu.query.claim.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payer's account as it is today.
 *
 * @param aliases        names the payer once had, under which money may still come in
 * @param grade          absent while nobody has screened the payer
 * @param creditLimit    up to which the agency bears the risk, yen; absent while nobody has decided it
 * @param creditLeft     of the limit; absent without one
 * @param creditReasons  codes
 * @param onHold         whether nothing more is covered beyond what was reserved
 * @param insolvent      whether the payer is (倒産)
 * @param reservations   that hold today
 * @param holds          what stops its dunning
 * @param background     why it is late, as it said last; absent when nobody knows
 * @param tone           in which it is spoken to (口調), as decided with the last reminder; absent before the first, and in lists
 * @param paymentProfile absent in lists
 * @param openItems      what is open, the oldest due date first; absent in lists
 * @param versions       every version, in the order in which they were recorded; absent in lists
 */
public record AccountAnswer(
        String clientId,
        String accountId,
        @JsonUnwrapped AccountDetails details,
        List<String> aliases,
        @Nullable CreditGrade grade,
        @Nullable BigDecimal creditLimit,
        @Nullable BigDecimal creditLeft,
        List<String> creditReasons,
        @Nullable String screeningId,
        @Nullable LocalDate screenedOn,
        boolean onHold,
        boolean insolvent,
        ExposureAnswer exposure,
        List<Reservation> reservations,
        List<Dealings.Hold> holds,
        @Nullable Background background,
        @Nullable Tone tone,
        @Nullable ProfileAnswer paymentProfile,
        @Nullable List<OpenItem> openItems,
        @Nullable List<Dated<AccountDetails>> versions) {
    public static AccountAnswer row(AccountView view, LocalDate today) {
        return of(view, today, null, null, null);
    }

    static AccountAnswer whole(AccountView view, ProfileAnswer profile, Overview.Known known, LocalDate today) {
        return of(view, today, profile, known, view.versions());
    }

    private static AccountAnswer of(
            AccountView view,
            LocalDate today,
            @Nullable ProfileAnswer profile,
            Overview.@Nullable Known known,
            @Nullable List<Dated<AccountDetails>> versions) {
        AccountDetails details = Dated.on(today, view.versions());
        Credit credit = view.credit();
        ExposureAnswer exposure = ExposureAnswer.of(credit, today);
        BigDecimal limit = credit.insolvent() ? BigDecimal.ZERO : credit.limit();
        boolean onHold = credit.onHold() || credit.held() != null;
        return new AccountAnswer(
                view.clientId(),
                view.accountId(),
                details,
                view.aliases(details),
                credit.grade(),
                limit,
                limit == null
                        ? null
                        : onHold
                                ? BigDecimal.ZERO
                                : limit.subtract(exposure.total()).max(BigDecimal.ZERO),
                credit.reasons(),
                credit.screeningId(),
                credit.screenedOn(),
                onHold,
                credit.insolvent(),
                exposure,
                credit.reservations().stream().filter(it -> it.holdsOn(today)).toList(),
                view.dealings().holds(),
                view.dealings().background(),
                known == null ? null : known.tone(),
                profile,
                known == null ? null : known.openItems(),
                versions);
    }
}
