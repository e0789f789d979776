package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningSettings.ToneSettings;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.dunning.Tone;
import java.util.List;

/** A tone, and why. */
record ToneChoice(Tone tone, Segment segment, List<Reason> reasons) {
    static ToneChoice of(PayerFacts payer, ToneSettings settings) {
        Background background = payer.background();
        if (background != null && background.asksForConsideration()) {
            return new ToneChoice(
                    Tone.SUPPORTIVE,
                    Segment.IN_HARDSHIP,
                    List.of(new Reason(ReasonCode.BACKGROUND_RECORDED, background.name())));
        }
        ToneChoice byPunctuality = byPunctuality(payer.punctuality(), settings);
        return payer.deteriorating()
                ? new ToneChoice(byPunctuality.tone(), Segment.AT_RISK, byPunctuality.reasons())
                : byPunctuality;
    }

    private static ToneChoice byPunctuality(Punctuality paid, ToneSettings settings) {
        if (paid.settled() < settings.atLeast()) {
            return new ToneChoice(
                    Tone.STANDARD,
                    Segment.STANDARD,
                    List.of(new Reason(ReasonCode.FEW_SETTLED_INVOICES, Integer.toString(paid.settled()))));
        }
        List<Reason> figures = List.of(
                new Reason(ReasonCode.ON_TIME_RATIO, paid.onTime().toPlainString()),
                new Reason(ReasonCode.AVERAGE_DELAY, paid.averageDelay().toPlainString()),
                new Reason(ReasonCode.LONG_DELAYS, Integer.toString(paid.longDelays())));
        boolean gentle = paid.onTime().compareTo(settings.gentleRatio()) >= 0
                && paid.averageDelay().compareTo(settings.gentleAverage()) <= 0;
        if (gentle) {
            return new ToneChoice(Tone.GENTLE, Segment.PROMPT, figures);
        }
        boolean oftenLate =
                paid.onTime().compareTo(settings.firmRatio()) < 0 && paid.longDelays() >= settings.firmDelays();
        boolean farLate = paid.averageDelay().compareTo(settings.firmAverage()) > 0;
        return oftenLate || farLate
                ? new ToneChoice(Tone.FIRM, Segment.HABITUALLY_LATE, figures)
                : new ToneChoice(Tone.STANDARD, Segment.STANDARD, figures);
    }
}
