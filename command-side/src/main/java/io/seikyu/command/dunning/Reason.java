package io.seikyu.command.dunning;

import io.seikyu.contract.dunning.DunningReason;

/** @param detail the figure, day or word that it rests on, or null */
record Reason(ReasonCode code, String detail) {
    static Reason of(ReasonCode code) {
        return new Reason(code, null);
    }

    static Reason of(ReasonCode code, Object detail) {
        return new Reason(code, detail.toString());
    }

    DunningReason told() {
        return new DunningReason(code.name(), detail);
    }
}
