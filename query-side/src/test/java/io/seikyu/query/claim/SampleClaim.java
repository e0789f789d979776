package io.seikyu.query.claim;

import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import io.seikyu.query.claim.Said.Disputed;
import io.seikyu.query.claim.Said.PlanMark;
import io.seikyu.query.claim.Said.Promised;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A claim for tests: what happens on a day is known at nine in the morning of it, Japan. */
public final class SampleClaim {
    private ClaimView view;

    private SampleClaim(ClaimView view) {
        this.view = view;
    }

    public static SampleClaim of(String payer, String invoice, LocalDate issued, LocalDate due, long amount) {
        ClaimView submitted =
                new ClaimView("acme", invoice, payer, "N-" + invoice, null, null, java.util.List.of(), Said.NOTHING);
        return new SampleClaim(submitted.issued(issued, due, known(issued), BigDecimal.valueOf(amount)));
    }

    public static Instant known(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public SampleClaim paid(LocalDate day, long amount) {
        return paid(day, day, amount);
    }

    public SampleClaim paid(LocalDate day, LocalDate known, long amount) {
        return less(Kind.PAID, day, known, amount);
    }

    public SampleClaim less(Kind kind, LocalDate day, LocalDate known, long amount) {
        view = view.and(new Move(kind, day, known(known), BigDecimal.valueOf(-amount), "r", day));
        return this;
    }

    public SampleClaim promised(LocalDate on, LocalDate payOn, long amount) {
        view = view.with(view.said().and(new Promised("p" + on, BigDecimal.valueOf(amount), payOn, known(on), null)));
        return this;
    }

    public SampleClaim promiseOver(LocalDate promisedOn, LocalDate on) {
        view = view.with(view.said().promiseOver("p" + promisedOn, known(on)));
        return this;
    }

    public SampleClaim disputed(LocalDate on, long amount) {
        view = view.with(view.said().and(new Disputed("d" + on, BigDecimal.valueOf(amount), known(on), null)));
        return this;
    }

    public SampleClaim planned(LocalDate on, String plan) {
        view = view.with(view.said().and(new PlanMark(known(on), plan, true)));
        return this;
    }

    public ClaimView view() {
        return view;
    }
}
