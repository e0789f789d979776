package io.seikyu.command.credit;

import static io.seikyu.command.credit.CreditSamples.TODAY;
import static io.seikyu.command.credit.CreditSamples.paid;
import static io.seikyu.command.credit.CreditSamples.yen;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.account.Exposure;
import io.seikyu.command.credit.CreditFacts.PayerData;
import io.seikyu.contract.account.Bureau;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever is better in anything, all else being equal, is never graded worse. */
class CreditPolicyPropertyTest {
    private static final CreditPolicy POLICY = CreditSamples.shipped();

    @Property(tries = 2_000)
    void aBetterInputNeverGivesAWorseGradeOrALowerLimit(@ForAll("payers") Payer payer, @ForAll Better better) {
        CreditDecision before = POLICY.decide(payer.facts());
        CreditDecision after = POLICY.decide(better.of(payer).facts());

        assertThat(after.grade().isWorseThan(before.grade()))
                .as("%s%n%s%n%s", better, before, after)
                .isFalse();
        assertThat(after.creditLimit()).isGreaterThanOrEqualTo(before.creditLimit());
        assertThat(after.onHold() && !before.onHold()).isFalse();
    }

    @Property(tries = 500)
    void theSameFactsGiveTheSameDecisionInWhateverOrder(@ForAll("payers") Payer payer, @ForAll long seed) {
        CreditFacts facts = payer.facts();
        List<KnownSignal> shuffled = new ArrayList<>(facts.signals());
        Collections.shuffle(shuffled, new Random(seed));

        CreditDecision decision = POLICY.decide(facts);

        assertThat(POLICY.decide(facts)).isEqualTo(decision);
        assertThat(POLICY.decide(facts.with(shuffled)))
                .usingRecursiveComparison()
                .ignoringFields("inputs")
                .isEqualTo(decision);
    }

    @Property(tries = 500)
    void noLimitIsAboveNeedOrCaps(@ForAll("payers") Payer payer) {
        CreditDecision decision = POLICY.decide(payer.facts());

        assertThat(decision.creditLimit())
                .isBetween(BigDecimal.ZERO, POLICY.settings().ownCap());
        assertThat(decision.creditLimit())
                .isLessThanOrEqualTo(
                        POLICY.settings().grades().get(decision.grade()).cap());
    }

    @Provide
    Arbitrary<Payer> payers() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 100),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(-1, 40),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 127),
                        Arbitraries.integers().between(0, 3 * 90 - 1))
                .as(Payer::of);
    }

    /**
     * @param score  of a bureau, −1 for none
     * @param age    years, −1 when unknown
     * @param broken promises
     * @param overdue days
     * @param flags  bits: number known, registration differs, free mail, mismatch, slowing, written off, kept a promise
     */
    record Payer(
            int score,
            int onTime,
            int delays,
            int days,
            int age,
            int broken,
            int flags,
            int deteriorations,
            int overdue) {
        /** @param both deteriorations and days overdue, since eight arbitraries are the most that combine */
        static Payer of(int score, int onTime, int delays, int days, int age, int broken, int flags, int both) {
            return new Payer(score, onTime, delays, days, age, broken, flags, both % 3, both / 3);
        }

        boolean has(int bit) {
            return (flags & 1 << bit) != 0;
        }

        Payer flags(int others) {
            return new Payer(score, onTime, delays, days, age, broken, others, deteriorations, overdue);
        }

        CreditFacts facts() {
            List<KnownSignal> signals = new ArrayList<>();
            if (score >= 0) {
                signals.add(CreditSamples.score(Bureau.TDB, score));
            }
            IntStream.range(0, deteriorations)
                    .forEach(i -> signals.add(CreditSamples.signal("d" + i, SignalKind.DETERIORATION, 5 + i, null)));
            if (has(3)) {
                signals.add(CreditSamples.signal("m", SignalKind.REGISTRY_MISMATCH, 3, null));
            }
            LocalDate founded = age < 0 ? null : TODAY.minusYears(age);
            return new CreditFacts(
                    TODAY,
                    null,
                    new PayerData(founded, has(0), !has(1), has(2) ? "gmail.com" : "a.co.jp", yen(9_000_000), yen(3)),
                    new Exposure(yen(0), yen(0), yen(0)),
                    paid(
                            onTime,
                            delays,
                            (long) days * delays,
                            has(6) ? 1 : 0,
                            broken,
                            has(5) ? 1 : 0,
                            Map.of(Method.CASH, 2)),
                    overdue,
                    has(4) ? TODAY : null,
                    signals,
                    false);
        }
    }

    enum Better {
        SCORE {
            @Override
            Payer of(Payer it) {
                int score = it.score() < 0 ? -1 : Math.min(100, it.score() + 10);
                return new Payer(
                        score,
                        it.onTime(),
                        it.delays(),
                        it.days(),
                        it.age(),
                        it.broken(),
                        it.flags(),
                        it.deteriorations(),
                        it.overdue());
            }
        },
        PUNCTUALITY {
            @Override
            Payer of(Payer it) {
                int better = Math.min(1, it.delays());
                return new Payer(
                        it.score(),
                        it.onTime() + better,
                        it.delays() - better,
                        it.days(),
                        it.age(),
                        it.broken(),
                        it.flags(),
                        it.deteriorations(),
                        it.overdue());
            }
        },
        DELAY {
            @Override
            Payer of(Payer it) {
                return new Payer(
                        it.score(),
                        it.onTime(),
                        it.delays(),
                        it.days() / 2,
                        it.age(),
                        it.broken(),
                        it.flags(),
                        it.deteriorations(),
                        it.overdue());
            }
        },
        AGE {
            @Override
            Payer of(Payer it) {
                int age = it.age() < 0 ? -1 : it.age() + 4;
                return new Payer(
                        it.score(),
                        it.onTime(),
                        it.delays(),
                        it.days(),
                        age,
                        it.broken(),
                        it.flags(),
                        it.deteriorations(),
                        it.overdue());
            }
        },
        FEWER_SIGNALS {
            @Override
            Payer of(Payer it) {
                return new Payer(
                        it.score(),
                        it.onTime(),
                        it.delays(),
                        it.days(),
                        it.age(),
                        it.broken(),
                        it.flags(),
                        Math.max(0, it.deteriorations() - 1),
                        it.overdue());
            }
        },
        PROMISES {
            @Override
            Payer of(Payer it) {
                return new Payer(
                        it.score(),
                        it.onTime(),
                        it.delays(),
                        it.days(),
                        it.age(),
                        0,
                        it.flags(),
                        it.deteriorations(),
                        it.overdue());
            }
        },
        OVERDUE {
            @Override
            Payer of(Payer it) {
                return new Payer(
                        it.score(),
                        it.onTime(),
                        it.delays(),
                        it.days(),
                        it.age(),
                        it.broken(),
                        it.flags(),
                        it.deteriorations(),
                        it.overdue() / 2);
            }
        },
        NUMBER {
            @Override
            Payer of(Payer it) {
                return it.flags(it.flags() | 1);
            }
        },
        FEWER_FLAWS {
            @Override
            Payer of(Payer it) {
                return it.flags(it.flags() & ~Integer.highestOneBit(it.flags() & 0b0111110));
            }
        };

        abstract Payer of(Payer it);
    }

    @Property(tries = 300)
    void whatWouldHaveChangedTheOutcomeDoes(@ForAll("payers") Payer payer) {
        CreditFacts facts = payer.facts();
        CreditDecision decision = POLICY.decide(facts);
        decision.alternatives().stream()
                .filter(told -> told.startsWith("DETERIORATION"))
                .forEach(told -> {
                    CreditDecision other = POLICY.decide(facts.with(facts.signals().stream()
                            .filter(signal -> !signal.isDeterioration())
                            .toList()));
                    assertThat(told)
                            .contains(": " + other.grade() + ", "
                                    + other.creditLimit().toPlainString());
                    assertThat(decision.grade().isWorseThan(other.grade()) || decision.onHold())
                            .isTrue();
                });
        assertThat(facts.signals()).noneMatch(signal -> signal.verdict() == SignalVerdict.CONFIRMED);
    }
}
