package io.seikyu.command.policy;

import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import io.seikyu.contract.policy.PolicyId;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The policies of one kind by their versions: all that were told of, and the one that is shipped. */
public final class EveryVersion<P> {
    private final PolicyReading<P> reading;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, P> read = new HashMap<>();

    public EveryVersion(PolicyReading<P> reading) {
        this.reading = reading;
        ShippedPolicies.find(reading.kind())
                .ifPresent(text -> texts.put(new PolicyId(reading.kind(), PolicyId.IN_FORCE).version(0), text));
    }

    public void with(PolicyPublished event) {
        PolicyKind kind = PolicyKind.of(event.kind()).orElseThrow();
        if (kind == reading.kind()) {
            texts.put(new PolicyId(kind, event.name()).version(event.version()), event.text());
        }
    }

    /**
     * @param version e.g. {@code review/default@3}
     * @return empty when nobody published it
     * @throws IllegalStateException when this program cannot read it
     */
    public Optional<P> find(String version) {
        return Optional.ofNullable(texts.get(version))
                .map(text -> read.computeIfAbsent(version, name -> reading.published(name, text)));
    }
}
