package io.seikyu.query.account;

import io.seikyu.query.account.Credit.Insolvency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which payers were known to be insolvent (倒産), at any moment. */
public final class Insolvencies {
    private final Map<String, List<Insolvency>> byPayer;

    /** @param byPayer by {@link Payers#key} */
    Insolvencies(Map<String, List<Insolvency>> byPayer) {
        this.byPayer = byPayer;
    }

    /**
     * @param knownAt as it was known then, whatever was recorded or lifted since; null: as it is known now
     * @return their {@link Payers#key}s
     */
    public Set<String> known(@Nullable Instant knownAt) {
        return byPayer.entrySet().stream()
                .filter(payer -> payer.getValue().stream().anyMatch(it -> it.isKnown(knownAt)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
