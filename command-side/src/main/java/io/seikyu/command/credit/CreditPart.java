package io.seikyu.command.credit;

import java.util.Locale;

/** A part of the scorecard. */
enum CreditPart {
    BUREAU,
    PAYMENTS,
    REGISTRY,
    CONSISTENCY;

    /** As policies and decisions name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
