package io.seikyu.command.sending;

import io.seikyu.command.message.SendingGate;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.SwitchId;
import java.time.Instant;
import java.util.Optional;

/** The switches as the log has them at the moment of looking: a stop that was acknowledged is seen by every later look. */
public final class Switches implements SendingGate {
    private final CachingRepository<SendingSwitch, SwitchState> switches;

    public Switches(CachingRepository<SendingSwitch, SwitchState> switches) {
        this.switches = switches;
    }

    @Override
    public Verdict look(String tenant, String instance, Instant freeSince) {
        if (find(new SwitchId(tenant)).filter(SwitchState::stopped).isPresent()) {
            return Verdict.CLOSED;
        }
        return find(SwitchId.ofAgency())
                .map(agency -> agency.verdict(instance, freeSince))
                .orElse(Verdict.CLOSED);
    }

    private Optional<SwitchState> find(SwitchId id) {
        return switches.find(id.toString()).map(SendingSwitch::state);
    }
}
