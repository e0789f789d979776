package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.util.List;
import java.util.Map;

/**
 * The decision on a document, with its reasons.
 *
 * @param policyVersion which policy decided
 * @param rules         every rule that ran, with its revision
 * @param features      what was looked at
 * @param findings      errors first, then in the order of the document
 */
public record Review(
        Outcome outcome,
        String policyVersion,
        List<String> rules,
        Map<String, String> features,
        List<Finding> findings) {}
