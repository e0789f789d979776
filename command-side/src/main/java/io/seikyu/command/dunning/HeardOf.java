package io.seikyu.command.dunning;

import io.seikyu.contract.id.AccountId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.metamodel.AnnotationSagaMetaModelFactory;
import org.axonframework.modelling.saga.metamodel.SagaModel;

/** Which payers' sagas would hear of an event, by what the saga itself says; without keeping any. */
final class HeardOf {
    private static final Deciding NOBODY = (payer, cause, invoiceId) -> {};

    private final SagaModel<DunningSaga> saga =
            new AnnotationSagaMetaModelFactory(DunningFollower.parameters(NOBODY)).modelOf(DunningSaga.class);
    private final Map<String, Set<AccountId>> waiting = new HashMap<>();

    /** Events of which no saga hears; to find that out takes long. */
    private final Set<Class<?>> nobodys = new HashSet<>();

    void waits(AccountId payer, List<String> streams) {
        streams.forEach(stream ->
                waiting.computeIfAbsent(stream, first -> new LinkedHashSet<>()).add(payer));
    }

    Set<AccountId> of(EventMessage<?> event) {
        if (nobodys.contains(event.getPayloadType())) {
            return Set.of();
        }
        Optional<AssociationValue> by = saga.resolveAssociation(event);
        if (by.isEmpty()) {
            nobodys.add(event.getPayloadType());
        }
        return by.map(this::payers).orElse(Set.of());
    }

    private Set<AccountId> payers(AssociationValue by) {
        if (by.getKey().equals(DunningSaga.PAYER)) {
            String[] name = by.getValue().split("/");
            return Set.of(new AccountId(name[0], name[2]));
        }
        return waiting.getOrDefault(by.getValue(), Set.of());
    }
}
