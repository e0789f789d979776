package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DunningPolicyProperties {
    private static final BankCalendar CALENDAR = BankCalendar.japan();
    private final DunningPolicy policy = new DunningPolicy("dunning@1", DunningSettings.usual(), CALENDAR);

    @Property(tries = 200)
    void noStageIsSkippedAndNobodyIsContactedWithoutLeave(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 6) int n) {
        Payer payer = portfolio(random, n);

        Map<String, Stage> last = new HashMap<>();
        LocalDate contact = null;
        for (String line : payer.live("2026-01-05", "2026-07-31")) {
            LocalDate day = LocalDate.parse(line.substring(0, 10));
            assertThat(CALENDAR.isBankingDay(day)).as(line).isTrue();
            assertThat(day).isNotEqualTo(contact);
            contact = day;
            for (String item : line.split(" ")[3].split(",")) {
                String id = item.split(":")[0];
                Stage stage = Stage.valueOf(item.split(":")[1]);
                int before = last.containsKey(id) ? last.get(id).ordinal() : 0;
                assertThat(stage.ordinal()).as(line).isBetween(Math.max(1, before), before + 1);
                last.put(id, stage);
            }
        }
    }

    @Property(tries = 200)
    void theOrderOfTheInvoicesDoesNotMatter(@ForAll Random random, @ForAll @IntRange(min = 1, max = 6) int n) {
        Payer payer = portfolio(random, n);
        payer.live("2026-01-05", "2026-02-20");
        var now = BusinessDay.at(LocalDate.of(2026, 2, 24), LocalTime.NOON);

        DunningDecision one = policy.decide(payer.facts(now, items -> items));
        DunningDecision other = policy.decide(payer.facts(now, DunningPolicyProperties::reversed));

        assertThat(other.contact()).isEqualTo(one.contact());
        assertThat(other.lookAgain()).isEqualTo(one.lookAgain());
        assertThat(other.suppressed()).containsExactlyInAnyOrderElementsOf(one.suppressed());
    }

    private static List<ItemFacts> reversed(List<ItemFacts> items) {
        Collections.reverse(items);
        return items;
    }

    private static Payer portfolio(Random random, int invoices) {
        Payer payer = new Payer();
        payer.punctuality =
                new Punctuality(10, new BigDecimal("0." + random.nextInt(10)), new BigDecimal(random.nextInt(30)), 4);
        for (int i = 0; i < invoices; i++) {
            LocalDate due = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(60));
            Payer.Invoice invoice = payer.owes("i" + i, due.toString());
            invoice.holder = ClaimHolder.values()[random.nextInt(3)];
            invoice.delivered = random.nextInt(5) > 0;
        }
        return payer;
    }
}
