package io.seikyu.command.replay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.contract.deadletter.DeadLetterCommand.DiscardDeadLetter;
import io.seikyu.contract.deadletter.DeadLetterEvent.DeadLetterDiscarded;
import io.seikyu.contract.id.DeadLettersId;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Which events are left out of which views, because a person said so. */
public class DeadLetters {
    @AggregateIdentifier
    private String id = DeadLettersId.STREAM;

    private State state = new State(Set.of());

    DeadLetters() {}

    public DeadLetters(State state) {
        this.state = state;
    }

    /** What is left out already is not left out twice. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void discard(DiscardDeadLetter command) {
        if (!state.discarded().contains(name(command.projection(), command.eventId()))) {
            apply(new DeadLetterDiscarded(
                    command.projection(), command.eventId(), command.stream(), command.position(), command.reason()));
        }
    }

    @EventSourcingHandler
    void on(DeadLetterDiscarded event) {
        Set<String> all = new TreeSet<>(state.discarded());
        all.add(name(event.projection(), event.eventId()));
        state = new State(all);
    }

    private static String name(String projection, String eventId) {
        return projection + ":" + eventId;
    }

    public State state() {
        return state;
    }

    /** @param discarded each as {@code projection:event} */
    public record State(Set<String> discarded) {}
}
