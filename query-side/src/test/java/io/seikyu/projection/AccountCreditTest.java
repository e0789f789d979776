package io.seikyu.projection;

import static io.seikyu.query.Samples.account;
import static io.seikyu.query.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountEvent.BillingError;
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
import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.query.TestLog;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.AccountView;
import io.seikyu.query.account.Credit.Insolvency;
import io.seikyu.query.account.PaymentProjection;
import io.seikyu.query.account.PaymentView;
import io.seikyu.web.access.TenantScope;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What views keep of a payer's credit: enough to answer, and nothing that a client company may not see. */
class AccountCreditTest {
    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final String A1 = stream("acme", "account", "a1");

    private TestMongo mongo;
    private TestLog log;

    @BeforeEach
    void anAccount(@TempDir Path directory) {
        mongo = TestMongo.fresh();
        log = TestLog.in(directory.resolve("log"));
        log.append(A1, account("acme", "a1"));
    }

    @AfterEach
    void close() {
        log.close();
        mongo.close();
    }

    @Test
    void deliveredTwiceItIsTheSame() throws InterruptedException {
        Event[] all = {
            screened(),
            moved("i1", Stage.ISSUED, "100"),
            reserved("r1"),
            reserved("r2"),
            new ReservationAssigned("acme", "a1", "r1", "i9"),
            ended("r2"),
            settled("i1", 5),
            held()
        };
        log.append(A1, all);
        ViewCollection<AccountView> accounts = views(new AccountProjection());
        ViewCollection<PaymentView> payments = views(new PaymentProjection());

        apply(new AccountProjection(), accounts);
        apply(new PaymentProjection(), payments);
        String once = accounts.dump() + payments.dump();
        apply(new AccountProjection(), accounts);
        apply(new PaymentProjection(), payments);

        assertThat(accounts.dump() + payments.dump()).isEqualTo(once);
    }

    @Test
    void exposureIsWhatTheEventsSay() throws InterruptedException {
        log.append(A1, moved("i1", Stage.ISSUED, "100"), reserved("r1"), reserved("r2"), ended("r2"));
        AccountView view = accountView();

        assertThat(view.credit().unpaid()).isEqualByComparingTo("100");
        assertThat(view.credit().approved()).isEqualByComparingTo("50");
        assertThat(view.credit().reservations())
                .extracting(it -> it.reservationId())
                .containsExactly("r1");
    }

    @Test
    void neitherScoresNorSignalsAreKept() throws InterruptedException {
        log.append(
                A1,
                screened(),
                new SignalRecorded(
                        "acme",
                        "a1",
                        "s1",
                        new Signal(SignalKind.ANTI_SOCIAL, null, "TDB-SECRET", DUE, "note", null, null, null)));
        ViewCollection<AccountView> accounts = views(new AccountProjection());
        apply(new AccountProjection(), accounts);

        assertThat(accounts.dump()).contains("REDUCED_LIMIT").contains("OWN_REASON");
        assertThat(accounts.dump())
                .doesNotContain("61.5")
                .doesNotContain("bureau")
                .doesNotContain("ANTI_SOCIAL")
                .doesNotContain("SECRET")
                .doesNotContain("instead");
    }

    @Test
    void holdAndInsolvencyComeAndGo() throws InterruptedException {
        log.append(A1, screened(), held(), new InsolvencyRecorded("acme", "a1", "s1", "破産", DUE, null));
        AccountView bad = accountView();
        assertThat(bad.credit().held()).isEqualTo("PERSON");
        assertThat(bad.credit().insolvent()).isTrue();

        Instant later = TestLog.AT.plusSeconds(60);
        log.append(later, A1, new InsolvencyLifted("acme", "a1", "error"), new CreditHoldLifted("acme", "a1", "paid"));
        AccountView good = accountView();
        assertThat(good.credit().held()).isNull();
        assertThat(good.credit().insolvent()).isFalse();
        assertThat(good.credit().insolvencies())
                .as("for questions about the past")
                .containsExactly(new Insolvency(TestLog.AT, later));
        assertThat(good.credit().grade()).isNull();
    }

    @Test
    void theProfileIsTheOneThatTheCommandSideHas() throws InterruptedException {
        Event[] events = {
            settled("i1", 0),
            settled("i2", 20),
            settled("i3", 9),
            new BillingErrorUpheld("acme", "a1", "c1", "i3", BillingError.CREDIT_NOTE, "n1"),
            new PromiseJudged("acme", "a1", "i2", "p1", DUE.plusDays(20), true),
            new DisputeNoted("acme", "a1", "i2", "d1", null, DUE),
        };
        log.append(A1, events);
        PaymentProfile profile = PaymentProfile.of(paymentView().history(), DUE.plusDays(60));

        assertThat(profile.settled()).isEqualTo(3);
        assertThat(profile.excused()).isEqualTo(1);
        assertThat(profile.longestDelay()).isEqualTo(20);
        assertThat(profile.methods()).isEqualTo(Map.of(Method.CARD, 3));
        assertThat(profile.promisesKept()).isEqualTo(1);
        assertThat(profile.disputes()).isEqualTo(1);
    }

    @Test
    void whatIsPaidInPartIsKeptUntilTheRestIsSettledOrThePaymentUndone() throws InterruptedException {
        log.append(A1, partPaid("i1"), partPaid("i2"), partPaid("i3"));
        log.append(A1, settled("i1", 0), moved("i3", Stage.ISSUED, "50"));

        assertThat(paymentView().partPaid()).extracting(Claim::invoiceId).containsExactly("i2");
    }

    private PaymentView paymentView() throws InterruptedException {
        ViewCollection<PaymentView> payments = views(new PaymentProjection());
        apply(new PaymentProjection(), payments);
        return payments.find(TenantScope.of("acme"), "account", "a1").get(0).view();
    }

    private AccountView accountView() throws InterruptedException {
        ViewCollection<AccountView> accounts = views(new AccountProjection());
        apply(new AccountProjection(), accounts);
        return accounts.find(TenantScope.of("acme"), "account", "a1").get(0).view();
    }

    private <V> ViewCollection<V> views(Projection<V> projection) {
        mongo.database().getCollection(projection.name()).drop();
        ViewCollection<V> views = new ViewCollection<>(mongo.database().getCollection(projection.name()), projection);
        views.createIndexes(List.of());
        return views;
    }

    private <V> void apply(Projection<V> projection, ViewCollection<V> views) throws InterruptedException {
        ParkedSequences parked = new ParkedSequences(
                mongo.database().getCollection(ParkedSequences.COLLECTION), projection.name(), Clock.systemUTC());
        new Projector<>(projection, views, parked, new Discards(log.log()))
                .apply(log.messages(0).stream()
                        .filter(message -> projection.folds().handles(message.getPayloadType()))
                        .<Sighting>map(Sighting::of)
                        .toList());
        assertThat(parked.all()).isEmpty();
    }

    private static ClaimMoved moved(String invoice, Stage stage, String balance) {
        Claim claim = new Claim(invoice, "c1", stage, new BigDecimal(balance), DUE, null, List.of(), false);
        return new ClaimMoved("acme", "a1", claim, new BigDecimal(balance), new BigDecimal("50"));
    }

    private static ClaimMoved partPaid(String invoice) {
        Payment payment = new Payment("r" + invoice, DUE, Method.CARD);
        Claim claim = new Claim(invoice, "c1", Stage.ISSUED, BigDecimal.TEN, DUE, null, List.of(payment), false);
        return new ClaimMoved("acme", "a1", claim, BigDecimal.TEN, BigDecimal.ZERO);
    }

    private static ClaimMoved settled(String invoice, int days) {
        Payment payment = new Payment("r" + invoice, DUE.plusDays(days), Method.CARD);
        Claim claim = new Claim(
                invoice, "c1", Stage.SETTLED, BigDecimal.ZERO, DUE, DUE.minusDays(30), List.of(payment), false);
        return new ClaimMoved("acme", "a1", claim, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static CreditReserved reserved(String id) {
        return new CreditReserved("acme", "a1", id, new BigDecimal("10"), DUE);
    }

    private static ReservationEnded ended(String id) {
        return new ReservationEnded("acme", "a1", id, ReservationEnd.RELEASED, null);
    }

    private static CreditHeld held() {
        return new CreditHeld("acme", "a1", "PERSON");
    }

    private static CreditScreened screened() {
        return new CreditScreened(
                "acme",
                "a1",
                new Screening(
                        "s1",
                        DUE,
                        CreditGrade.REDUCED_LIMIT,
                        new BigDecimal("61.5"),
                        new BigDecimal("1000"),
                        false,
                        "credit/default@0",
                        Map.of("bureau", "55"),
                        Map.of("bureau", new BigDecimal("22")),
                        List.of("OWN_REASON"),
                        List.of("REDUCE_AMOUNT"),
                        List.of("a score of 66 instead")));
    }
}
