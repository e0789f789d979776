package io.seikyu.command.matching;

import java.math.BigDecimal;
import java.util.Set;

/** The settings of the shipped policy. */
final class Settings {
    private Settings() {}

    static MatchingSettings shipped() {
        return new MatchingSettings(
                70,
                10,
                60,
                BigDecimal.valueOf(880),
                Set.of(
                        110L, 145L, 154L, 165L, 200L, 220L, 275L, 300L, 330L, 385L, 400L, 440L, 484L, 500L, 550L, 600L,
                        605L, 660L, 700L, 770L, 800L, 825L, 880L),
                1_000,
                30,
                new BigDecimal("0.003"),
                10);
    }
}
