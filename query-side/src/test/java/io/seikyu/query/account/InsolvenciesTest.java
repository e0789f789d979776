package io.seikyu.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InsolvenciesTest {
    private static final Instant RECORDED = Instant.parse("2026-06-02T01:00:00Z");
    private static final Instant LIFTED = Instant.parse("2026-06-09T01:00:00Z");

    @Test
    void anInsolvencyIsKnownFromWhenItIsRecordedUntilItIsLifted() {
        Insolvencies all = of(Credit.UNKNOWN.insolvent(RECORDED).solvent(LIFTED));

        assertThat(all.known(RECORDED.minusNanos(1))).isEmpty();
        assertThat(all.known(RECORDED)).containsExactly("acme/a");
        assertThat(all.known(LIFTED.minusNanos(1))).containsExactly("acme/a");
        assertThat(all.known(LIFTED)).isEmpty();
        assertThat(all.known(null)).isEmpty();
    }

    @Test
    void whatWasLiftedOnceStaysAsItWasWhenThereIsAnother() {
        Instant again = LIFTED.plusSeconds(60);
        Credit credit = Credit.UNKNOWN.insolvent(RECORDED).solvent(LIFTED).insolvent(again);

        assertThat(credit.insolvent()).isTrue();
        assertThat(of(credit).known(null)).isEqualTo(Set.of("acme/a"));
        assertThat(of(credit).known(LIFTED)).isEmpty();
        assertThat(of(credit.solvent(again.plusSeconds(60))).known(again)).isEqualTo(Set.of("acme/a"));
    }

    private static Insolvencies of(Credit credit) {
        return new Insolvencies(Map.of("acme/a", credit.insolvencies()));
    }
}
