package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditHoldLifted;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.account.PaymentProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an account knows about money: what is open, what is kept free, how far the payer is trusted, and how it has paid.
 */
public record AccountBook(Claims claims, Reservations reservations, CreditStanding credit, PaymentHistory payments) {
    public static final AccountBook EMPTY =
            new AccountBook(Claims.NONE, Reservations.NONE, CreditStanding.UNKNOWN, PaymentHistory.NONE);

    public Exposure exposure(LocalDate day) {
        return new Exposure(claims.sum(Stage.ISSUED), claims.sum(Stage.APPROVED), reservations.sum(day));
    }

    /** What is left of the limit, yen; zero when there is none, or more is at risk already. */
    public BigDecimal free(LocalDate day) {
        return credit.leftOf(exposure(day).total());
    }

    public PaymentProfile profile(LocalDate day) {
        return PaymentProfile.of(payments, day);
    }

    /** What is known of a claim once {@code told} is heard; empty when it is known already. */
    Optional<Claim> news(Claim told, String reversed) {
        Claim known = find(told.invoiceId()).orElse(null);
        return Optional.of(Claim.after(known, told, reversed)).filter(next -> next.isNews(known));
    }

    Optional<Claim> find(String invoiceId) {
        return claims.find(invoiceId).or(() -> payments.find(invoiceId));
    }

    public AccountBook with(ClaimMoved event) {
        Claim claim = event.claim();
        return new AccountBook(claims.after(claim), reservations, credit, payments.with(event));
    }

    public AccountBook with(BillingErrorUpheld event) {
        Claims marked = claims.find(event.invoiceId())
                .map(claim -> claims.with(claim.asOurError()))
                .orElse(claims);
        return new AccountBook(marked, reservations, credit, payments.with(event));
    }

    public AccountBook with(DisputeNoted event) {
        return with(payments.with(event));
    }

    public AccountBook with(PromiseJudged event) {
        return with(payments.with(event));
    }

    public AccountBook with(CreditReserved event) {
        return with(reservations.with(event));
    }

    public AccountBook with(ReservationAssigned event) {
        return with(reservations.with(event));
    }

    public AccountBook with(ReservationEnded event) {
        return with(reservations.with(event));
    }

    public AccountBook with(CreditScreened event) {
        return with(credit.with(event));
    }

    public AccountBook with(SignalRecorded event, String actor) {
        return with(credit.with(event, actor));
    }

    public AccountBook with(SignalJudged event) {
        return with(credit.with(event));
    }

    public AccountBook with(SlowdownNoticed event) {
        return with(credit.with(event));
    }

    public AccountBook with(InsolvencyRecorded event) {
        return with(credit.with(event));
    }

    public AccountBook with(CreditHeld event) {
        return with(credit.with(event));
    }

    public AccountBook with(InsolvencyLifted event) {
        return with(credit.solvent());
    }

    public AccountBook with(CreditHoldLifted event) {
        return with(credit.released());
    }

    private AccountBook with(Reservations next) {
        return new AccountBook(claims, next, credit, payments);
    }

    private AccountBook with(CreditStanding next) {
        return new AccountBook(claims, reservations, next, payments);
    }

    private AccountBook with(PaymentHistory next) {
        return new AccountBook(claims, reservations, credit, next);
    }
}
