package io.seikyu.command.credit;

import io.seikyu.command.account.CreditDesk;
import io.seikyu.command.account.CreditStanding;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.credit.CreditFacts.PayerData;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentTrend;
import io.seikyu.contract.account.PaymentTrend.Paid;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.id.AccountId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Screens payers by the credit policy in force. */
public final class ScreeningDesk implements CreditDesk {
    /** Of the interval in which a trend surely lies: 95 %. */
    private static final double CONFIDENCE = 1.96;

    private static final int TREND_MONTHS = 24;

    private final Supplier<CreditPolicy> policies;
    private final Overdue overdue;

    public ScreeningDesk(Supplier<CreditPolicy> policies, Overdue overdue) {
        this.policies = policies;
        this.overdue = overdue;
    }

    @Override
    public Screening screen(CustomerAccount payer, String screeningId, BigDecimal requested, LocalDate today) {
        CreditPolicy policy = policies.get();
        CreditDecision decision = policy.decide(facts(payer, requested, today));
        Map<String, BigDecimal> points = new TreeMap<>();
        decision.points().forEach((part, value) -> points.put(part.text(), value));
        return new Screening(
                screeningId,
                today,
                decision.grade(),
                decision.score(),
                decision.creditLimit(),
                decision.onHold(),
                policy.version(),
                decision.inputs(),
                points,
                decision.reasons().stream().map(Enum::name).toList(),
                decision.measures().stream().map(Enum::name).toList(),
                decision.alternatives());
    }

    @Override
    public Screening screenAgain(CustomerAccount payer, String screeningId, LocalDate today) {
        return screen(payer, screeningId, stillNeeded(payer, today), today);
    }

    private static BigDecimal stillNeeded(CustomerAccount payer, LocalDate today) {
        return Optional.ofNullable(payer.credit().screening())
                .filter(screening -> screening.inputs().containsKey(CreditInputs.REQUESTED))
                .map(screening -> new BigDecimal(screening.inputs().get("need"))
                        .subtract(payer.exposure(today).total()))
                .filter(amount -> amount.signum() > 0)
                .orElse(null);
    }

    @Override
    public Optional<SlowdownNoticed> slowdown(CustomerAccount payer, LocalDate today) {
        CreditSettings.Slowdown when = policies.get().settings().slowdown();
        LocalDate before = payer.credit().slowing();
        if (before != null && !before.plusDays(when.countsDays()).isBefore(today)) {
            return Optional.empty();
        }
        LocalDate since = today.minusMonths(TREND_MONTHS);
        List<Paid> paid = payer.book().payments().settled().stream()
                .filter(known -> known.stage() == Stage.SETTLED && !known.excused())
                .filter(known -> known.paidOn() != null)
                .filter(known -> !known.dueDate().isBefore(since))
                .map(ScreeningDesk::paid)
                .toList();
        AccountId id = payer.id();
        return PaymentTrend.of(paid, when.atLeast(), CONFIDENCE)
                .filter(trend -> trend.isSlowingBy(when.daysPerMonth()))
                .map(trend -> new SlowdownNoticed(
                        id.tenant(),
                        id.value(),
                        today,
                        trend.invoices(),
                        trend.daysPerMonth(),
                        trend.low(),
                        trend.high()));
    }

    private static Paid paid(Claim known) {
        LocalDate due = known.dueDate();
        return new Paid(due, ChronoUnit.DAYS.between(due, known.paidOn()));
    }

    private CreditFacts facts(CustomerAccount payer, BigDecimal requested, LocalDate today) {
        CreditStanding credit = payer.credit();
        return new CreditFacts(
                today,
                requested,
                data(payer.detailsOn(today)),
                payer.exposure(today),
                payer.profile(today),
                overdue.days(payer, today),
                credit.slowing(),
                credit.signals().stream().map(ScreeningDesk::known).toList(),
                credit.insolvent());
    }

    private static KnownSignal known(CreditStanding.Heard heard) {
        return new KnownSignal(
                heard.signalId(), heard.kind(), heard.value(), heard.bureau(), heard.observedOn(), heard.verdict());
    }

    private static PayerData data(AccountDetails details) {
        String registration = details.registrationNumber();
        String number = details.corporateNumber();
        return new PayerData(
                details.foundedOn(),
                details.corporate() ? number != null : null,
                !details.corporate() || registration == null || number == null
                        ? null
                        : registration.equals("T" + number),
                domain(details.email()),
                details.monthlySales(),
                details.collectionMonths());
    }

    private static String domain(String mail) {
        return mail == null ? null : mail.substring(mail.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
