package io.seikyu.command.review;

import io.seikyu.command.review.ReviewSettings.RuleSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A version of the review's policy: what holds for everybody, and what holds otherwise for single client companies or
 * contracts. Of these deviations, those of the client company come first and those of the contract last; what comes later
 * prevails.
 *
 * @param version e.g. {@code review/default@3}
 */
public record PublishedReviewPolicy(String version, ReviewSettings base, List<Deviation> deviations) {
    /** Every rule as it is by itself. */
    public static PublishedReviewPolicy standard(String version) {
        Map<String, RuleSettings> all = RuleBook.types().keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> new RuleSettings(true, null, Map.of())));
        return new PublishedReviewPolicy(version, new ReviewSettings(null, all), List.of());
    }

    /** What holds for the invoices of one contract. */
    public ReviewPolicy of(String clientId, String contractId) {
        ReviewSettings settings = base;
        for (Deviation deviation : deviations) {
            if (deviation.contractId() == null && deviation.clientId().equals(clientId)) {
                settings = deviation.settings().over(settings);
            }
        }
        for (Deviation deviation : deviations) {
            if (contractId.equals(deviation.contractId())
                    && deviation.clientId().equals(clientId)) {
                settings = deviation.settings().over(settings);
            }
        }
        return ReviewPolicy.of(version, settings);
    }

    /** @param contractId one contract of the client company, or null for all of them */
    public record Deviation(String clientId, String contractId, ReviewSettings settings) {}
}
