package io.seikyu.command.dunning;

/** @param detail the figure, day or word that it rests on, or null */
record Reason(ReasonCode code, String detail) {
    static Reason of(ReasonCode code) {
        return new Reason(code, null);
    }

    static Reason of(ReasonCode code, Object detail) {
        return new Reason(code, detail.toString());
    }
}
