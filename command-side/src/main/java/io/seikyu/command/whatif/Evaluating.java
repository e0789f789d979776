package io.seikyu.command.whatif;

import io.seikyu.command.job.InProcessWork;
import io.seikyu.command.job.JobState;
import io.seikyu.command.whatif.WhatIf.Question;
import io.seikyu.contract.policy.PolicyKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work of trying another policy over the past. */
final class Evaluating extends InProcessWork {
    static final String KIND = "WHAT_IF";
    static final String POLICY = "policy";
    static final String FROM = "from";
    static final String TO = "to";

    private final Map<PolicyKind, WhatIf> kinds = new EnumMap<>(PolicyKind.class);
    private final CaseStore store;

    Evaluating(List<WhatIf> kinds, CaseStore store) {
        this.store = store;
        kinds.forEach(kind -> this.kinds.put(kind.reading().kind(), kind));
    }

    Map<PolicyKind, WhatIf> kinds() {
        return kinds;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected Map<String, Object> work(JobState job, Progress progress) {
        Question question = new Question(
                job.input().get(POLICY),
                LocalDate.parse(job.input().get(FROM)),
                LocalDate.parse(job.input().get(TO)));
        WhatIf kind = Optional.of(job.subject())
                .flatMap(PolicyKind::of)
                .map(kinds::get)
                .orElseThrow();
        return store.keeping(job.jobId(), cases -> kind.evaluate(question, cases, progress));
    }
}
