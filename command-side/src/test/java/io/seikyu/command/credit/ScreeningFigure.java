package io.seikyu.command.credit;

import io.seikyu.command.account.AccountBook;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.Aliases;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.Ledger;
import io.seikyu.command.decision.Effective;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Prints how long a screening takes of a payer with 1,000 settled invoices in the last twelve months, everything that
 * explains it included: profile, scorecard, counterfactuals, trend. The command stands in docs/benchmarks.md.
 */
public final class ScreeningFigure {
    private static final int INVOICES = 1_000;
    private static final int ROUNDS = 2_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private ScreeningFigure() {}

    public static void main(String[] args) {
        CustomerAccount payer = payer();
        ScreeningDesk desk = new ScreeningDesk(CreditSamples::shipped, CreditSamples.OVERDUE);
        CreditPolicy policy = CreditSamples.shipped();
        ScreeningDesk kept = new ScreeningDesk(() -> policy, CreditSamples.OVERDUE);
        long first = time(() -> screen(desk, payer));
        long[] times = new long[ROUNDS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] cpu = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            times[i] = time(() -> screen(kept, payer));
            cpu[i] = threads.getCurrentThreadCpuTime() - begin;
        }
        Arrays.sort(times);
        Arrays.sort(cpu);
        Screening last = screen(kept, payer);
        System.out.printf(
                "%d settled invoices: %s, counted %s, %d alternatives%n",
                INVOICES,
                last.grade(),
                last.inputs().get("payments.counted"),
                last.alternatives().size());
        System.out.printf(
                "processor time: median %.3f ms, 99 %% %.3f ms%n", cpu[ROUNDS / 2] / 1e6, cpu[ROUNDS * 99 / 100] / 1e6);
        System.out.printf(
                "screening: first in the process, policy read anew, %.2f ms; median of %d %.3f ms; 99 %% %.3f ms%n",
                first / 1e6, ROUNDS, times[ROUNDS / 2] / 1e6, times[ROUNDS * 99 / 100] / 1e6);
    }

    private static Screening screen(ScreeningDesk desk, CustomerAccount payer) {
        desk.slowdown(payer, TODAY);
        return desk.screen(payer, "s", null, TODAY);
    }

    private static long time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private static CustomerAccount payer() {
        Random random = new Random(7);
        AccountBook book = AccountBook.EMPTY;
        for (int i = 0; i < INVOICES; i++) {
            LocalDate due = TODAY.minusDays(20 + i * 330L / INVOICES);
            LocalDate paid = due.plusDays(random.nextInt(4) == 0 ? random.nextInt(15) : 0);
            Claim claim = new Claim(
                    "i" + i,
                    "c",
                    Stage.SETTLED,
                    BigDecimal.ZERO,
                    due,
                    due.minusDays(30),
                    List.of(new Payment("r" + i, paid, Method.TRANSFER)),
                    false);
            book = book.with(new ClaimMoved("acme", "a1", claim, BigDecimal.ZERO, BigDecimal.ZERO));
        }
        AccountDetails details = new AccountDetails(
                "楓フーズ株式会社",
                "カエデフーズ",
                true,
                null,
                null,
                "keiri@kaede.example",
                null,
                null,
                null,
                List.of(),
                null,
                BigDecimal.valueOf(2_000_000),
                BigDecimal.valueOf(2),
                LocalDate.of(2000, 4, 1),
                "ja");
        return new CustomerAccount(
                new AccountState("acme/account/a1", Effective.always(details), Ledger.EMPTY, book, Aliases.NONE));
    }
}
