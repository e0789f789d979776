package io.seikyu.query.opportunity;

import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.query.account.AccountAnswer;
import io.seikyu.query.account.Payers;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.figures.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings together what is known of each payer's credit, payments and orders. */
final class Opportunities {
    private final LocalDate today;
    private final Thresholds thresholds;
    private final Map<String, PaymentProfile> profiles = new HashMap<>();
    private final Map<String, Billed> billed = new HashMap<>();
    private final List<AccountAnswer> payers = new ArrayList<>();

    Opportunities(LocalDate today, Thresholds thresholds) {
        this.today = today;
        this.thresholds = thresholds;
    }

    /** The first of the twelve whole months that are looked at. */
    YearMonth firstMonth() {
        return YearMonth.from(today).minusMonths(Billed.MONTHS);
    }

    void add(AccountAnswer payer) {
        payers.add(payer);
    }

    void add(PaymentView payments) {
        profiles.put(
                Payers.key(payments.clientId(), payments.accountId()), PaymentProfile.of(payments.history(), today));
    }

    void add(ClaimView claim) {
        if (claim.issuedOn() != null) {
            billed.computeIfAbsent(Payers.key(claim.clientId(), claim.accountId()), unseen -> new Billed(firstMonth()))
                    .add(claim);
        }
    }

    /** @param limit the most of each kind */
    Answer answer(int limit) {
        return new Answer(
                List.copyOf(new TreeSet<>(
                        payers.stream().map(AccountAnswer::clientId).toList())),
                today,
                thresholds,
                found(this::prompt, Comparator.comparing(Prompt::billed), limit),
                found(this::growing, Comparator.comparing(Growing::growth), limit),
                found(this::nearLimit, Comparator.comparing(NearLimit::used), limit));
    }

    private <T> Found<T> found(Function<AccountAnswer, Stream<T>> kind, Comparator<T> by, int limit) {
        List<T> all = payers.stream().flatMap(kind).sorted(by.reversed()).toList();
        return new Found<>(all.size(), all.stream().limit(limit).toList());
    }

    private Stream<Prompt> prompt(AccountAnswer payer) {
        PaymentProfile paid = profile(payer);
        if (isDoubtful(payer) || !isPrompt(paid)) {
            return Stream.of();
        }
        return Stream.of(new Prompt(
                Payer.of(payer),
                onTime(paid),
                paid.averageDelay(),
                billed(payer).total(),
                payer.creditLimit(),
                payer.creditLeft()));
    }

    private Stream<Growing> growing(AccountAnswer payer) {
        Billed ofPayer = billed(payer);
        return isDoubtful(payer)
                ? Stream.of()
                : ofPayer
                        .growth(thresholds)
                        .map(growth -> new Growing(
                                Payer.of(payer),
                                ofPayer.earlier(),
                                ofPayer.later(),
                                growth.doubleValue(),
                                ofPayer.months(),
                                onTime(profile(payer)),
                                payer.creditLeft()))
                        .stream();
    }

    private Stream<NearLimit> nearLimit(AccountAnswer payer) {
        BigDecimal limit = payer.creditLimit();
        if (payer.insolvent() || limit == null || limit.signum() <= 0) {
            return Stream.of();
        }
        BigDecimal used = payer.exposure().total().divide(limit, 4, RoundingMode.HALF_UP);
        PaymentProfile paid = profile(payer);
        return used.compareTo(BigDecimal.valueOf(thresholds.minUsed())) < 0
                ? Stream.of()
                : Stream.of(new NearLimit(
                        Payer.of(payer),
                        limit,
                        payer.exposure().total(),
                        used.doubleValue(),
                        payer.onHold(),
                        isPrompt(paid),
                        onTime(paid)));
    }

    private static boolean isDoubtful(AccountAnswer payer) {
        return payer.insolvent() || payer.onHold();
    }

    private boolean isPrompt(PaymentProfile paid) {
        return paid.counted() >= thresholds.minSettled()
                && paid.onTimeRatio()
                        .filter(ratio -> ratio.compareTo(BigDecimal.valueOf(thresholds.minOnTime())) >= 0)
                        .isPresent()
                && paid.averageDelay().compareTo(thresholds.maxAverageDelay()) <= 0;
    }

    private static Share onTime(PaymentProfile paid) {
        return Share.of(paid.onTime(), paid.counted());
    }

    private PaymentProfile profile(AccountAnswer payer) {
        return profiles.getOrDefault(
                Payers.key(payer.clientId(), payer.accountId()), PaymentProfile.of(PaymentHistory.NONE, today));
    }

    private Billed billed(AccountAnswer payer) {
        return billed.getOrDefault(Payers.key(payer.clientId(), payer.accountId()), new Billed(firstMonth()));
    }

    /**
     * @param clientIds  whose payers were looked at
     * @param thresholds by which they were
     * @param prompt     who pay promptly (支払良好先): enough settled invoices in twelve months that count, enough of them on
     *                   time, and on average not too late when late; those billed most first
     * @param growing    who are billed more and more (取引拡大先), {@link Billed#growth}; those who grow most first
     * @param nearLimit  who use most of their credit limit (与信枠); those who use most first
     */
    record Answer(
            List<String> clientIds,
            LocalDate asOf,
            Thresholds thresholds,
            Found<Prompt> prompt,
            Found<Growing> growing,
            Found<NearLimit> nearLimit) {}

    /** @param count how many there are, shown or not */
    record Found<T>(int count, List<T> items) {}

    record Payer(String clientId, String accountId, String name) {
        private static Payer of(AccountAnswer payer) {
            return new Payer(
                    payer.clientId(), payer.accountId(), payer.details().name());
        }
    }

    /**
     * @param onTime       of the invoices that count
     * @param averageDelay days, over those that were late
     * @param billed       in the last twelve whole months, yen
     */
    record Prompt(
            Payer payer,
            Share onTime,
            BigDecimal averageDelay,
            BigDecimal billed,
            @Nullable BigDecimal creditLimit,
            @Nullable BigDecimal creditLeft) {}

    /**
     * @param earlier billed in the first six of the last twelve whole months, yen
     * @param later   in the other six, yen
     * @param growth  {@code later ÷ earlier − 1}
     * @param months  billed in each, the oldest first, yen
     */
    record Growing(
            Payer payer,
            BigDecimal earlier,
            BigDecimal later,
            double growth,
            List<BigDecimal> months,
            Share onTime,
            @Nullable BigDecimal creditLeft) {}

    /**
     * @param used   {@code exposure ÷ creditLimit}
     * @param prompt whether it pays promptly: a reason to raise the limit, else one to be careful
     */
    record NearLimit(
            Payer payer,
            BigDecimal creditLimit,
            BigDecimal exposure,
            double used,
            boolean onHold,
            boolean prompt,
            Share onTime) {}
}
