package io.seikyu.command.whatif;

import io.seikyu.command.decision.UnknownRevisionException;
import io.seikyu.command.whatif.DecisionKind.NotReproducibleException;
import io.seikyu.command.world.ReplayedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A decision that was taken again.
 *
 * @param position   of the event that recorded it
 * @param at         business time of it
 * @param day        for which it was decided
 * @param amount     that it is about, yen
 * @param recorded   what was decided and why, plain values by name
 * @param now        what comes out now; null when it cannot be taken again
 * @param impossible why it cannot; null when it can
 */
public record Retaken(
        long position,
        String stream,
        Instant at,
        LocalDate day,
        BigDecimal amount,
        Map<String, Object> recorded,
        Map<String, Object> now,
        String impossible) {

    /**
     * Where it is in the log, and what is told of it.
     *
     * @param fields as {@link Told#of}
     */
    Map<String, Object> told(Object... fields) {
        Map<String, Object> told = Told.of("position", position, "stream", stream, "at", at.toString());
        told.putAll(Told.of(fields));
        return told;
    }

    /** The same, but that a difference says nothing, since the inputs are not known for sure. */
    public Retaken unsure(String why) {
        return impossible == null && !Difference.between(recorded, now).isEmpty()
                ? new Retaken(position, stream, at, day, amount, recorded, null, why)
                : this;
    }

    /** @param again what comes out now */
    public static Retaken of(
            ReplayedEvent event,
            LocalDate day,
            BigDecimal amount,
            Map<String, Object> recorded,
            Supplier<Map<String, Object>> again) {
        Map<String, Object> now = null;
        String impossible = null;
        try {
            now = again.get();
        } catch (NotReproducibleException e) {
            impossible = e.getMessage();
        } catch (UnknownRevisionException e) {
            impossible = "RULE_REVISION_UNKNOWN: " + e.getMessage();
        } catch (RuntimeException e) {
            // not its message: that may hold what was decided about
            impossible = "CANNOT_BE_DECIDED: " + e.getClass().getSimpleName();
        }
        return new Retaken(
                event.position(),
                event.stream(),
                event.message().getTimestamp(),
                day,
                amount,
                recorded,
                now,
                impossible);
    }
}
