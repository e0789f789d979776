package io.seikyu.standalone.cli;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projection;
import io.seikyu.projection.ProjectionSettings;
import io.seikyu.projection.Projections;
import io.seikyu.projection.Rebuilds;
import io.seikyu.projection.Rebuilds.Mode;
import io.seikyu.projection.Rebuilds.Progress;
import io.seikyu.projection.Rebuilds.Wish;
import io.seikyu.query.AllProjections;
import io.seikyu.standalone.cli.CommandLineTool.CannotException;
import io.seikyu.web.wiring.TokenStores;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Makes read models again from the log, and prints what each comes to: its documents' SHA-256.",
            "A server that runs does it by POST /v1/projections/{name}/rebuild."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final long LOOK_EVERY = 100;

    @Mixin
    private ToolStore store;

    @Parameters(paramLabel = "<name>", arity = "0..*", description = "Of those wanted, e.g. invoice; all unless given.")
    private Set<String> names = new LinkedHashSet<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<Projection<?>> wanted = wanted();
        try (ToolStore opened = store) {
            EventLog log = opened.log();
            try (Projections projections = projections(opened, wanted)) {
                Rebuilds rebuilds = new Rebuilds(opened.database());
                String job = "seikyu-replay-" + UUID.randomUUID();
                // servers that use the same views go on answering
                Mode mode = opened.isShared() ? Mode.SIDE_BY_SIDE : Mode.IN_PLACE;
                wanted.forEach(each -> rebuilds.want(each.name(), new Wish(job, mode, false)));
                projections.start();
                await(rebuilds, job, wanted, log.head());
            }
            try (Projections made = projections(opened, wanted)) {
                return tell(made);
            }
        }
    }

    private static Projections projections(ToolStore opened, List<Projection<?>> wanted) {
        return new Projections(
                opened.database(),
                opened.log(),
                LogEventStore.over(opened.log(), new EventCodec(opened.subjectKeys())),
                TokenStores.on(opened.database()),
                Clock.systemUTC(),
                new ProjectionSettings(1, Integer.MAX_VALUE, opened.isShared()),
                wanted);
    }

    private List<Projection<?>> wanted() {
        Set<String> known = AllProjections.list().stream()
                .map(Projection::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!known.containsAll(names)) {
            throw new CannotException(
                    "there is no read model of one of these names; there are " + String.join(", ", known));
        }
        return AllProjections.list().stream()
                .filter(each -> names.isEmpty() || names.contains(each.name()))
                .toList();
    }

    private void await(Rebuilds rebuilds, String job, List<Projection<?>> wanted, long head)
            throws InterruptedException {
        ProgressBar bar = ProgressBar.on(spec.commandLine().getErr());
        while (true) {
            long least = head;
            boolean done = true;
            for (Projection<?> each : wanted) {
                Optional<Progress> progress = rebuilds.progress(each.name(), job);
                progress.map(Progress::failure).ifPresent(why -> {
                    throw new CannotException(each.name() + " stays as it is: " + why);
                });
                if (progress.map(Progress::result).isEmpty()) {
                    done = false;
                    least = Math.min(least, progress.map(Progress::position).orElse(-1L));
                }
            }
            bar.show(done ? head + 1 : Math.min(least + 1, head), head + 1);
            if (done) {
                return;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private int tell(Projections projections) {
        PrintWriter out = spec.commandLine().getOut();
        int waiting = 0;
        for (LiveProjection<?> live : projections.all()) {
            int parked = live.parked().all().size();
            waiting += parked;
            out.printf(
                    "%-20s %s%s%n",
                    live.projection().name(), live.views().digest(), parked == 0 ? "" : "  " + parked + " wait");
        }
        return waiting == 0 ? 0 : CommandLineTool.FAULT;
    }
}
