package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What accounts are told, in few words. */
public final class Books {
    static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    private Books() {}

    static AccountBook told(AccountBook book, Claim claim) {
        return told(book, claim, null);
    }

    static AccountBook told(AccountBook book, Claim claim, String reversed) {
        return book.news(claim, reversed).map(next -> book.with(moved(next))).orElse(book);
    }

    static ClaimMoved moved(Claim claim) {
        return new ClaimMoved("acme", "a1", claim, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    static Claim claim(String invoice, Stage stage, long balance, Payment... payments) {
        return claim(invoice, stage, balance, DUE, payments);
    }

    static Claim claim(String invoice, Stage stage, long balance, LocalDate due, Payment... payments) {
        return new Claim(
                invoice, "c1", stage, BigDecimal.valueOf(balance), due, due.minusDays(30), List.of(payments), false);
    }

    static Payment payment(String receipt, LocalDate on) {
        return new Payment(receipt, on, Method.TRANSFER);
    }

    public static CreditScreened screened(String limit) {
        return screened(limit, false);
    }

    public static CreditScreened screened(String limit, boolean onHold) {
        return new CreditScreened(
                "acme",
                "a1",
                new Screening(
                        "s1",
                        DUE,
                        CreditGrade.NORMAL,
                        new BigDecimal("80"),
                        new BigDecimal(limit),
                        onHold,
                        "credit@1",
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
