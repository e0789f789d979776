package io.seikyu.command.whatif;

import io.seikyu.command.policy.EveryVersion;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedWorld;
import java.util.List;
import java.util.OptionalLong;

/** A kind of decision that can be taken again, one at a time, on the inputs that it had. Each is a bean. */
public interface DecisionKind {
    /** As it stands in answers, e.g. {@code review}. */
    String name();

    /** The position of the log as of which the commit was decided; empty when that is the one before it. */
    default OptionalLong basedOn(ReplayedCommit commit) {
        return OptionalLong.empty();
    }

    /** To take each again as it was taken. */
    Retaking reproduction(ReplayedWorld world);

    /** Goes through the log beside a world. */
    interface Retaking {
        /**
         * Takes again what the commit decided with its event number {@code index}, which is not folded yet. What has to be
         * known of events that decide nothing is noted as well.
         */
        List<Retaken> before(ReplayedCommit commit, int index);
    }

    /** Why a decision cannot be taken again. */
    final class NotReproducibleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param why a code, and more behind a colon */
        public NotReproducibleException(String why) {
            super(why, null, false, false);
        }

        /** The policy of that version, which somebody published. */
        public static <P> P published(EveryVersion<P> policies, String version) {
            try {
                return policies.find(version)
                        .orElseThrow(() -> new NotReproducibleException("POLICY_UNKNOWN: " + version));
            } catch (IllegalStateException e) {
                throw new NotReproducibleException("POLICY_UNREADABLE: " + version);
            }
        }
    }
}
