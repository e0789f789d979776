package io.seikyu.command.review;

/** The policy that reviews follow. */
@FunctionalInterface
public interface ReviewPolicies {
    PublishedReviewPolicy inForce();
}
