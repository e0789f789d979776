package io.seikyu.command.review;

import io.seikyu.command.decision.UnknownRevisionException;
import io.seikyu.command.review.ReviewSettings.RuleSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A version of the review's policy: what holds for everybody, and what holds otherwise for single client companies or
 * contracts. Of these deviations, those of the client company come first and those of the contract last; what comes later
 * prevails.
 *
 * @param version   e.g. {@code review/default@3}
 * @param revisions of rules, by name, that are not today's
 */
public record PublishedReviewPolicy(
        String version, ReviewSettings base, List<Deviation> deviations, Map<String, RuleType> revisions) {
    PublishedReviewPolicy(String version, ReviewSettings base, List<Deviation> deviations) {
        this(version, base, deviations, Map.of());
    }

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
        return ReviewPolicy.of(version, settings, revisions);
    }

    /**
     * The same, as it was decided by then.
     *
     * @param signatures of the rules that ran, e.g. {@code unit-price@1}
     * @throws UnknownRevisionException when the code of one is not there any more
     */
    public PublishedReviewPolicy withRules(List<String> signatures) {
        Map<String, RuleType> ran = new HashMap<>();
        for (String signature : signatures) {
            RuleType type = RuleBook.revision(signature).orElseThrow(() -> new UnknownRevisionException(signature));
            ran.put(signature.substring(0, signature.indexOf('@')), type);
        }
        return new PublishedReviewPolicy(version, base, deviations, Map.copyOf(ran));
    }

    /** @param contractId one contract of the client company, or null for all of them */
    public record Deviation(String clientId, String contractId, ReviewSettings settings) {}
}
