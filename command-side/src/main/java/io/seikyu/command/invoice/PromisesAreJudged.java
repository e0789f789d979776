package io.seikyu.command.invoice;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.Command;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand.JudgePromise;
import java.util.List;

/** A promise is judged when its last day is over. */
public final class PromisesAreJudged implements WhenDue {
    @Override
    public String kind() {
        return Promising.KIND;
    }

    @Override
    public List<Command> commands(Due due) {
        InvoiceId invoice = new InvoiceId(due.tenant(), due.subjectId());
        return List.of(new JudgePromise(invoice, due.facts().get(Promising.PROMISE_ID), due.today()));
    }
}
