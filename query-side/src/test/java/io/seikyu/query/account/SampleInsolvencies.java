package io.seikyu.query.account;

import io.seikyu.query.account.Credit.Insolvency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Insolvencies for tests. */
public final class SampleInsolvencies {
    public static final Insolvencies NONE = new Insolvencies(Map.of());

    private SampleInsolvencies() {}

    /** @param payer {@link Payers#key} */
    public static Insolvencies of(String payer, Instant recorded, @Nullable Instant lifted) {
        return new Insolvencies(Map.of(payer, List.of(new Insolvency(recorded, lifted))));
    }
}
