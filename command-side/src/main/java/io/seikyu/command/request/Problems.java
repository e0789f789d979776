package io.seikyu.command.request;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.Command;
import io.seikyu.contract.personal.ErasedSubjectException;
import io.seikyu.eventlog.CommitTooLargeException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.seikyu.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;

/** What a refused command is in HTTP. */
public final class Problems {
    private Problems() {}

    /** Empty for a failure that nobody decided. */
    static Optional<ProblemException> of(Throwable failure, Command command) {
        if (failure instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        if (failure instanceof Refusal refusal) {
            return Optional.of(of(refusal));
        }
        if (failure instanceof InvalidInputException invalid) {
            return Optional.of(
                    new ProblemException(422, "invalid-input", sentence(invalid.getMessage()), invalid.faults()));
        }
        if (failure instanceof AggregateNotFoundException) {
            String[] name = command.target().toString().split("/");
            return Optional.of(ProblemException.notFound(name[1], name[2]));
        }
        if (failure instanceof ConflictingAggregateVersionException conflict) {
            return Optional.of(versionConflict(conflict.getActualVersion()));
        }
        if (failure instanceof CommitTooLargeException) {
            return Optional.of(new ProblemException(
                    413,
                    "too-much-at-once",
                    "What this would record is more than one commit holds: send less at once. Nothing was recorded."));
        }
        if (isOfErased(failure)) {
            return Optional.of(
                    new ProblemException(
                            409,
                            "personal-data-erased",
                            "What was known of this person was erased, and nothing more is written of him. Nothing was recorded."));
        }
        if (failure instanceof LogUnavailableException unavailable) {
            return Optional.of(unavailable(unavailable.outcomeUnknown()));
        }
        return Optional.empty();
    }

    private static boolean isOfErased(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof ErasedSubjectException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    public static ProblemException of(Refusal refusal) {
        ProblemException problem = new ProblemException(
                status(refusal.kind()), refusal.code(), sentence(refusal.getMessage()), faults(refusal));
        refusal.members().forEach(problem::with);
        return problem;
    }

    private static ProblemException unavailable(boolean outcomeUnknown) {
        String outcome = outcomeUnknown
                ? "whether this was recorded is not known: send it again with the same Idempotency-Key"
                : "nothing of this was recorded";
        return new ProblemException(503, "log-unavailable", "The log cannot be written at the moment; " + outcome + ".")
                .withHeader("Retry-After", "5");
    }

    static ProblemException versionConflict(long actual) {
        return new ProblemException(
                412, "version-conflict", "It is at version " + actual + " by now; look at it again and decide anew.");
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case INVALID -> 422;
        };
    }

    private static List<Fault> faults(Refusal refusal) {
        return refusal.faults().stream()
                .map(fault -> new Fault(fault.pointer(), fault.code(), fault.message()))
                .toList();
    }

    private static String sentence(String text) {
        String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
