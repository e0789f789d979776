package io.seikyu.command.store;

import io.seikyu.contract.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** A command says itself what it is for, and the message carries which version of it the caller has seen. */
public final class TargetOfCommand implements CommandTargetResolver {
    /** The metadata of a command that may only be decided on one version: its number, as a text. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        Command command = (Command) message.getPayload();
        Object version = message.getMetaData().get(EXPECTED_VERSION);
        return new VersionedAggregateIdentifier(
                (Object) command.target().toString(), version == null ? null : Long.valueOf(version.toString()));
    }
}
