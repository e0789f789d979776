package io.seikyu.command.plan;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.Command;
import io.seikyu.contract.id.PlanId;
import io.seikyu.contract.plan.PlanCommand.JudgeInstalment;
import java.util.List;

/** An instalment is judged when its last day is over. */
final class WhenInstalmentIsDueThenJudge implements WhenDue {
    @Override
    public String kind() {
        return Judging.KIND;
    }

    @Override
    public List<Command> commands(Due due) {
        PlanId plan = new PlanId(due.tenant(), due.subjectId());
        return List.of(new JudgeInstalment(plan, Integer.parseInt(due.facts().get(Judging.NUMBER)), due.today()));
    }
}
