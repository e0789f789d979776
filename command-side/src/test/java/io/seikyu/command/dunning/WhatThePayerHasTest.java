package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

/** An invoice that the payer does not have yet makes no saga. */
class WhatThePayerHasTest {
    private final WhatThePayerHas heard = new WhatThePayerHas(new EventHandlerInvoker() {
        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return message.getPayloadType() == ClaimMoved.class;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    void hearsOfAnInvoiceOnceItIsIssued() {
        assertThat(hears(moved(Claim.Stage.APPROVED))).isFalse();
        assertThat(hears(moved(Claim.Stage.ISSUED))).isTrue();
        assertThat(hears(moved(Claim.Stage.SETTLED))).isTrue();
        assertThat(hears("something else")).isFalse();
    }

    private boolean hears(Object event) {
        return heard.canHandle(GenericEventMessage.asEventMessage(event), Segment.ROOT_SEGMENT);
    }

    private static ClaimMoved moved(Claim.Stage stage) {
        BigDecimal amount = BigDecimal.valueOf(100);
        Claim claim = new Claim("i1", "c1", stage, amount, LocalDate.of(2026, 2, 2), null, List.of(), false);
        return new ClaimMoved("acme", "a1", claim, amount, BigDecimal.ZERO);
    }
}
