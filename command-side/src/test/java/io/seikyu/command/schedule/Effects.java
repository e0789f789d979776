package io.seikyu.command.schedule;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.schedule.ScheduleCommand.LetFallDue;
import io.seikyu.contract.schedule.ScheduleCommand.SetSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kinds whose work is to put something else on the agenda, which the log shows. */
@Configuration(proxyBeanMethods = false)
public class Effects {
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:01Z");

    static final AtomicBoolean BROKEN = new AtomicBoolean();

    @Bean
    WhenDue effect() {
        return work("effect", due -> List.of(effectOf(due)));
    }

    @Bean
    WhenDue breaks() {
        return work("breaks", due -> {
            if (BROKEN.get()) {
                throw new IllegalStateException("broken");
            }
            return List.of(effectOf(due));
        });
    }

    @Bean
    WhenDue refused() {
        // there is no such schedule
        return work("refused", due -> List.of(new LetFallDue(new ScheduleId("acme", "nowhere"), due.now())));
    }

    private static Command effectOf(Due due) {
        ScheduleId id = ScheduleId.of(due.tenant(), "done", due.subjectId());
        return new SetSchedule(id, "done", due.subject(), FAR, Map.of());
    }

    static WhenDue work(String kind, Function<Due, List<Command>> commands) {
        return new WhenDue() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public List<Command> commands(Due due) {
                return commands.apply(due);
            }
        };
    }
}
