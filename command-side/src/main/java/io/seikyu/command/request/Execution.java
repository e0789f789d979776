package io.seikyu.command.request;

import io.seikyu.contract.Command;
import io.seikyu.contract.access.AccessEvent.RequestAnswered;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.CommitScope;
import io.seikyu.web.problem.ProblemException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Runs a command, and what is kept of its answer, in one unit of work; decides anew after a race. */
final class Execution {
    private static final int ATTEMPTS = 50;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final CommandBus bus;
    private final EventBus events;
    private final CommandOrigin origin = new CommandOrigin();

    Execution(CommandBus bus, EventBus events) {
        this.bus = bus;
        this.events = events;
    }

    /**
     * @param answering from the command's result to the answer and what is kept of it
     * @throws ProblemException    when it was refused
     * @throws KeyClaimedException when somebody else kept an answer under the same claim
     */
    <R> Done run(Message message, Function<R, Outcome> answering) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return once(message, answering);
            } catch (ConcurrencyException | AggregateStreamCreationException | LockAcquisitionFailedException race) {
                pause(attempt);
            } catch (KeyClaimedException taken) {
                if (taken.key().contains(Answered.claim(""))) {
                    throw taken;
                }
                pause(attempt);
            } catch (RuntimeException failure) {
                throw Problems.of(failure, message.command())
                        .<RuntimeException>map(problem -> problem)
                        .orElse(failure);
            }
        }
        throw new ProblemException(503, "contended", "Too many others are changing the same thing.")
                .withHeader("Retry-After", "1");
    }

    /** Keeps an answer to a command that changed nothing. */
    long record(Message message, RequestAnswered answer, String claim) {
        UnitOfWork<?> unit = begin(new GenericCommandMessage<>(message.command(), message.origin()));
        try {
            keep(answer, claim);
            unit.commit();
        } catch (RuntimeException e) {
            rollBack(unit, e);
            throw Problems.of(e, message.command())
                    .<RuntimeException>map(problem -> problem)
                    .orElse(e);
        }
        return CommitScope.stored(unit).orElseThrow().lastPosition();
    }

    /**
     * In a unit of work that is nobody else's: within another one, such as that of a processor's batch, the events would
     * wait for its end, and become one commit with those of other tenants.
     */
    private <R> Done once(Message message, Function<R, Outcome> answering) {
        UnitOfWork<?> around = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
        if (around == null) {
            return alone(message, answering);
        }
        CurrentUnitOfWork.clear(around);
        try {
            return alone(message, answering);
        } finally {
            CurrentUnitOfWork.set(around);
        }
    }

    private <R> Done alone(Message message, Function<R, Outcome> answering) {
        CommandMessage<Command> command = new GenericCommandMessage<>(message.command(), message.origin());
        UnitOfWork<?> unit = begin(command);
        try {
            Outcome outcome = answering.apply(this.<R>dispatch(command));
            if (outcome.kept() != null) {
                keep(outcome.kept(), outcome.claim());
            }
            unit.commit();
            return new Done(outcome.answer(), CommitScope.stored(unit).orElse(null));
        } catch (RuntimeException e) {
            rollBack(unit, e);
            throw e;
        }
    }

    private UnitOfWork<?> begin(CommandMessage<?> message) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(message);
        unit.registerCorrelationDataProvider(origin);
        return unit;
    }

    private static void rollBack(UnitOfWork<?> unit, RuntimeException why) {
        if (unit.isActive()) {
            unit.rollback(why);
        }
    }

    @SuppressWarnings("unchecked") // the handler of a command is known to its sender
    private <R> R dispatch(CommandMessage<Command> command) {
        FutureCallback<Command, Object> callback = new FutureCallback<>();
        bus.dispatch(command, callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional()) {
            Throwable failure = result.exceptionResult();
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        }
        return (R) result.getPayload();
    }

    private void keep(RequestAnswered answer, String claim) {
        CommitScope.claim(claim);
        events.publish(GenericEventMessage.asEventMessage(answer));
    }

    private static void pause(int attempt) {
        if (attempt > 1) {
            LockSupport.parkNanos(ThreadLocalRandom.current()
                    .nextLong(Math.min(LONGEST_PAUSE_NANOS, 500_000L << Math.min(attempt, 6))));
        }
    }

    /** @param origin metadata of the command */
    record Message(Command command, Map<String, String> origin) {}

    /**
     * @param kept  stands in the commit beside what was done, or null
     * @param claim makes it the only one, or null
     */
    record Outcome(
            Answer answer,
            @Nullable RequestAnswered kept,
            @Nullable String claim) {
        static Outcome of(Answer answer) {
            return new Outcome(answer, null, null);
        }
    }

    /** @param stored what was stored, or null when the command changed nothing */
    record Done(Answer answer, @Nullable StoredCommit stored) {}
}
